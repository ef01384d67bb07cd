/// Greek and Persian words put into Latin letters as people type them, to learn from.
enum Romanisation {
  /// How Greek letters become Latin ones.
  enum Style: CaseIterable, Sendable {
    /// As it sounds: `thelo`, `kalimera`.
    case bySound
    /// As it looks: `8elw`, `kalhmera`.
    case byLook
  }

  /// Greek text without accents in small Latin letters; what is not Greek stays.
  static func greek(_ text: String, _ style: Style) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let index = Int(scalar.value) - 0x3B1
      switch style {
      case .bySound where soundLetters.indices.contains(index): result += soundLetters[index]
      case .byLook where lookLetters.indices.contains(index): result += lookLetters[index]
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.replacing("oy", with: "ou")
  }

  /// Folded Persian text in Latin letters, with vowels put in by chance where none is written.
  static func persian(_ text: String, _ random: inout SplitMix) -> String {
    var result = ""
    var isAfterConsonant = false
    for scalar in text.unicodeScalars {
      guard let letters = persianLetters[scalar] else {
        result.unicodeScalars.append(scalar)
        isAfterConsonant = false
        continue
      }
      let isVowel = "aeiou".contains(letters.first ?? "x")
      if isAfterConsonant, !isVowel, random.next() % 3 != 0 {
        result += ["a", "e", "e", "o"][Int(random.next() % 4)]
      }
      result += letters
      isAfterConsonant = !isVowel
    }
    return result
  }

  /// α to ω.
  private static let soundLetters = [
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "ks", "o", "p", "r", "s",
    "s", "t", "y", "f", "h", "ps", "o",
  ]

  private static let lookLetters = [
    "a", "b", "g", "d", "e", "z", "h", "8", "i", "k", "l", "m", "n", "3", "o", "p", "r", "s",
    "s", "t", "u", "f", "x", "ps", "w",
  ]

  private static let persianLetters: [Unicode.Scalar: String] = [
    "ا": "a", "آ": "a", "ب": "b", "پ": "p", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s",
    "ج": "j", "چ": "ch", "ح": "h", "ه": "h", "خ": "kh", "د": "d", "ذ": "z", "ز": "z",
    "ض": "z", "ظ": "z", "ر": "r", "ژ": "zh", "ش": "sh", "ع": "a", "غ": "gh", "ق": "gh",
    "ف": "f", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "o", "ی": "i",
  ]
}
