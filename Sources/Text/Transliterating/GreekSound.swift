/// The sound of Greek words in small Latin letters, whichever letters they were written in.
///
/// Greek script and Latin letters by ear (`kalimera`), by eye (`kalhmera`) or mixed with digits
/// (`8elw`, `3ana`) give the same, so what was learned from one is known in the other. Vowels that
/// sound alike become one and double consonants single, which forgives most misspellings too.
package enum GreekSound {
  /// Appends the sound of a folded word in Greek script.
  package static func append(greek word: ArraySlice<UInt32>, to sound: inout [UInt32]) {
    var letters = SoundLetters()
    for value in word {
      let index = Int(value) - 0x3B1
      if greekLetters.indices.contains(index) {
        letters.append(greekLetters[index])
      } else {
        letters.append(UInt8(truncatingIfNeeded: value < 0x80 ? value : 0x3F))
      }
    }
    contract(letters, to: &sound)
  }

  /// Appends the sound of a folded Greek word in Latin letters.
  package static func append(latin word: ArraySlice<UInt32>, to sound: inout [UInt32]) {
    var letters = SoundLetters()
    var index = word.startIndex
    while index < word.endIndex {
      let next = index + 1 < word.endIndex ? UInt8(truncatingIfNeeded: word[index + 1]) : 0
      let afterNext = index + 2 < word.endIndex ? UInt8(truncatingIfNeeded: word[index + 2]) : 0
      let context = LatinContext(
        letter: word[index] < 0x80 ? UInt8(word[index]) : 0x3F,
        next: next,
        afterNext: afterNext,
        isFirst: index == word.startIndex,
        wordLength: word.count
      )
      index += context.spell(into: &letters)
    }
    contract(letters, to: &sound)
  }

  /// α to ω: one letter each, `T` for θ, `K` for ξ, `P` for ψ, `y` for υ.
  private static let greekLetters = Array("avgdeziTiklmnKoprsstyfxPo".utf8)

  /// Joins vowels that sound as one, and doubled consonants.
  private static func contract(_ letters: SoundLetters, to sound: inout [UInt32]) {
    let start = sound.count
    func add(_ letter: UInt8) {
      if sound.count == start || sound[sound.count - 1] != UInt32(letter) {
        sound.append(UInt32(letter))
      }
    }
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      let next = index + 1 < letters.count ? letters[index + 1] : 0
      if let pair = vowelPair(letter, next) {
        add(pair)
        index += 2
      } else if letter == UInt8(ascii: "a") || letter == UInt8(ascii: "e"),
        next == UInt8(ascii: "y")
      {
        add(letter)
        let follower = index + 2 < letters.count ? letters[index + 2] : 0
        add(isVoiceless(follower) ? UInt8(ascii: "f") : UInt8(ascii: "v"))
        index += 2
      } else {
        addSingle(letter, next, add)
        index += 1
      }
    }
  }

  private static func vowelPair(_ first: UInt8, _ second: UInt8) -> UInt8? {
    switch (first, second) {
    case (UInt8(ascii: "o"), UInt8(ascii: "y")): UInt8(ascii: "u")
    case (UInt8(ascii: "a"), UInt8(ascii: "i")): UInt8(ascii: "e")
    case (UInt8(ascii: "e"), UInt8(ascii: "i")), (UInt8(ascii: "o"), UInt8(ascii: "i")),
      (UInt8(ascii: "y"), UInt8(ascii: "i")):
      UInt8(ascii: "i")
    default: nil
    }
  }

  private static func addSingle(_ letter: UInt8, _ next: UInt8, _ add: (UInt8) -> Void) {
    switch letter {
    case UInt8(ascii: "y"): add(UInt8(ascii: "i"))
    case UInt8(ascii: "K"):
      add(UInt8(ascii: "k"))
      add(UInt8(ascii: "s"))
    case UInt8(ascii: "P"):
      add(UInt8(ascii: "p"))
      add(UInt8(ascii: "s"))
    case UInt8(ascii: "n") where next == UInt8(ascii: "g") || next == UInt8(ascii: "k"):
      add(UInt8(ascii: "g"))
    case UInt8(ascii: "g") where next == UInt8(ascii: "k"): add(UInt8(ascii: "g"))
    case UInt8(ascii: "k"): add(letter)
    default: add(letter)
    }
  }

  private static func isVoiceless(_ letter: UInt8) -> Bool {
    letter == 0 || "kpstTxfKP".utf8.contains(letter)
  }
}
