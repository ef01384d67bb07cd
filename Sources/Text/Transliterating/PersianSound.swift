/// The consonants of Persian words in Latin letters, whichever letters they were written in.
///
/// Persian script leaves most vowels out, Latin letters (`salam`) write them in many ways; what
/// both agree on are the consonants as they sound: `سلام` and `salaam` are both `slm`.
package enum PersianSound {
  /// Appends the consonants of a folded word in Arabic script.
  package static func append(persian word: ArraySlice<UInt32>, to sound: inout [UInt32]) {
    let start = sound.count
    for value in word {
      let letter = value < 0x80 ? UInt8(value) : persianLetters[value] ?? 0
      add(letter, start, &sound)
    }
    finish(start, &sound)
  }

  /// Appends the consonants of a folded Persian word in Latin letters.
  package static func append(latin word: ArraySlice<UInt32>, to sound: inout [UInt32]) {
    let start = sound.count
    var index = word.startIndex
    while index < word.endIndex {
      let letter = word[index] < 0x80 ? UInt8(word[index]) : 0
      let isBeforeH = index + 1 < word.endIndex && word[index + 1] == 0x68
      if isBeforeH, let digraph = digraph(letter) {
        add(digraph, start, &sound)
        index += 2
      } else {
        add(consonant(letter), start, &sound)
        index += 1
      }
    }
    finish(start, &sound)
  }

  @inline(__always)
  private static func add(_ letter: UInt8, _ start: Int, _ sound: inout [UInt32]) {
    guard letter != 0, sound.count == start || sound[sound.count - 1] != UInt32(letter) else {
      return
    }
    sound.append(UInt32(letter))
  }

  /// A closing `h` is silent more often than not, and in Latin letters left out at will.
  private static func finish(_ start: Int, _ sound: inout [UInt32]) {
    if sound.count > start + 1, sound[sound.count - 1] == 0x68 { sound.removeLast() }
  }

  private static func digraph(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "k"): UInt8(ascii: "X")
    case UInt8(ascii: "g"): UInt8(ascii: "Q")
    case UInt8(ascii: "s"): UInt8(ascii: "S")
    case UInt8(ascii: "c"): UInt8(ascii: "C")
    case UInt8(ascii: "z"): UInt8(ascii: "J")
    default: nil
    }
  }

  /// 0 for vowels, and for `v` and `y`, whose Persian letters stand for vowels too.
  private static func consonant(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "v"), UInt8(ascii: "w"), UInt8(ascii: "y"):
      0
    case UInt8(ascii: "q"): UInt8(ascii: "Q")
    case UInt8(ascii: "x"): UInt8(ascii: "X")
    case UInt8(ascii: "c"): UInt8(ascii: "k")
    default: letter
    }
  }

  private static let persianLetters: [UInt32: UInt8] = {
    let pairs: [(String, String)] = [
      ("ب", "b"), ("پ", "p"), ("تط", "t"), ("ثسص", "s"), ("ج", "j"), ("چ", "C"), ("حه", "h"),
      ("خ", "X"), ("د", "d"), ("ذزضظ", "z"), ("ر", "r"), ("ژ", "J"), ("ش", "S"), ("غق", "Q"),
      ("ف", "f"), ("ک", "k"), ("گ", "g"), ("ل", "l"), ("م", "m"), ("ن", "n"),
    ]
    var letters: [UInt32: UInt8] = [:]
    for (persian, latin) in pairs {
      for scalar in persian.unicodeScalars { letters[scalar.value] = latin.utf8.first }
    }
    return letters
  }()
}
