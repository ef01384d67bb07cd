/// A Latin letter of a Greek word with its neighbours, which decide what it stands for.
struct LatinContext {
  let letter: UInt8
  /// 0 at the end of the word.
  let next: UInt8
  let afterNext: UInt8
  let isFirst: Bool
  let wordLength: Int

  /// Appends the Greek letter that is meant.
  ///
  /// - Returns: how many Latin letters it takes up.
  func spell(into letters: inout SoundLetters) -> Int {
    if next == UInt8(ascii: "h"), let digraph {
      letters.append(digraph)
      return 2
    }
    switch letter {
    case UInt8(ascii: "w"): letters.append(UInt8(ascii: "o"))
    case UInt8(ascii: "8"), UInt8(ascii: "9"), UInt8(ascii: "q"): letters.append(UInt8(ascii: "T"))
    case UInt8(ascii: "3"): letters.append(UInt8(ascii: "K"))
    case UInt8(ascii: "4"): letters.append(UInt8(ascii: "P"))
    case UInt8(ascii: "b"): letters.append(UInt8(ascii: "v"))
    case UInt8(ascii: "c"): letters.append(UInt8(ascii: "k"))
    case UInt8(ascii: "j"): letters.append(UInt8(ascii: "K"))
    case UInt8(ascii: "h"):
      letters.append(isAspirate(letters) ? UInt8(ascii: "x") : UInt8(ascii: "i"))
    case UInt8(ascii: "u"): spellU(into: &letters)
    default: letters.append(letter)
    }
    return 1
  }

  /// `th`, `ch`, `kh`, `ph`, `gh`; `thn` is την and no θ.
  private var digraph: UInt8? {
    switch letter {
    case UInt8(ascii: "t"):
      Self.isVowel(afterNext) || afterNext == UInt8(ascii: "r") ? UInt8(ascii: "T") : nil
    case UInt8(ascii: "c"), UInt8(ascii: "k"): Self.isVowel(afterNext) ? UInt8(ascii: "x") : nil
    case UInt8(ascii: "p"): Self.isVowel(afterNext) ? UInt8(ascii: "f") : nil
    case UInt8(ascii: "g"): Self.isVowel(afterNext) ? UInt8(ascii: "g") : nil
    default: nil
    }
  }

  /// `h` stands for χ before a vowel at the beginning and between vowels, else for η.
  private func isAspirate(_ letters: SoundLetters) -> Bool {
    let opens = Self.isVowel(next) || isFirst && next == UInt8(ascii: "r")
    return opens && (isFirst || Self.isVowel(letters.last))
  }

  /// `u` stands for ου in short words (`mu`, `pu`), else for υ.
  private func spellU(into letters: inout SoundLetters) {
    if wordLength <= 3, letters.last != UInt8(ascii: "o") { letters.append(UInt8(ascii: "o")) }
    letters.append(UInt8(ascii: "y"))
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouyw".utf8.contains(letter) }
}
