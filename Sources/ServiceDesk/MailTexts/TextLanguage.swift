/// In which language a text is written, as far as its letters and smallest words tell.
package enum TextLanguage {
  // The beginning says enough, and a mail may be long.
  private static let mostScalars = 4_000
  private static let mostWords = 400

  /// Words that hardly another language in Latin letters has.
  private static let english: Set<String> = [
    "the", "and", "is", "are", "was", "you", "your", "for", "with", "have", "this", "that", "my",
    "please", "not", "when", "what", "where", "thanks", "thank", "hello", "dear", "would",
  ]

  /// - Returns: the language's tag, as in `el`; `nil` where nothing speaks for one.
  package static func guess(_ text: String) -> String? {
    let beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(mostScalars)))
    var greek = 0
    var arabic = 0
    var others = 0
    for scalar in beginning.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0x370...0x3FF, 0x1F00...0x1FFF: greek += 1
      case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: arabic += 1
      default: others += 1
      }
    }
    // Names and brands in Latin letters stand in every text; a third of another script decides.
    if greek > arabic, greek * 2 >= others { return "el" }
    if arabic > 0, arabic * 2 >= others { return "fa" }
    return isEnglish(beginning) ? "en" : nil
  }

  private static func isEnglish(_ text: String) -> Bool {
    let words = text.split(maxSplits: mostWords) { !$0.isLetter }.prefix(mostWords)
    var found: Set<String> = []
    for word in words where english.contains(word.lowercased()) { found.insert(word.lowercased()) }
    return found.count >= 2
  }
}
