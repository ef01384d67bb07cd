extension SearchWord {
  /// What the inflections of the word have in common, as far as its script tells the language.
  ///
  /// Latin script is stemmed as English, Greek as Greek, Cyrillic as Russian, Arabic script by
  /// ``ArabicScriptStem``; everything else is its own stem. Never empty, and of the same kinds of
  /// scalars as ``text``.
  package var stem: String {
    switch kind {
    case .latin: SnowballPool.shared.stem(text, as: .english)
    case .greek: Self.withoutFinalIota(SnowballPool.shared.stem(text, as: .greek))
    case .cyrillic: SnowballPool.shared.stem(text, as: .russian)
    case .arabic: ArabicScriptStem.stem(text)
    case .piece, .unstemmed: text
    }
  }

  /// Unites the numbers of Greek nouns in `-ία`, which Snowball leaves apart: it makes `παραγγελ`
  /// of the singular and `παραγγελι` of the plural.
  private static func withoutFinalIota(_ stem: String) -> String {
    let scalars = stem.unicodeScalars
    guard scalars.last == "ι", scalars.count > 3 else { return stem }
    return String(scalars.dropLast())
  }
}
