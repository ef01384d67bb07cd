import Text

/// Makes training rows of texts exactly as a reader will see them.
struct RowSource {
  private var extractor: FeatureExtractor
  private var languageFeatures = LanguageFeatures()
  private let names: [String]
  private let languages: WeightTable

  init(lexicon: Lexicon, names: [String], languages: WeightTable) {
    extractor = FeatureExtractor(lexicon: lexicon)
    self.names = names
    self.languages = languages
  }

  /// The features of a text, in the spelling that its language is taken for.
  mutating func features(_ text: String) -> FeatureSet {
    let tokens = TokenisedText(text)
    extractor.extract(tokens, language: language(tokens))
    return extractor.features
  }

  private mutating func language(_ tokens: TokenisedText) -> String {
    guard languageFeatures.extract(tokens) else { return LanguageColumns.none }
    let logits = languages.logits(languageFeatures.features)
    let best = logits.indices.max { logits[$0] < logits[$1] } ?? 0
    return names[best]
  }
}
