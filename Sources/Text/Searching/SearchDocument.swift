/// What a document is found by: its words and their stems, ready to be stored in an index.
package struct SearchDocument: Sendable, Hashable {
  /// The distinct tokens in order of first appearance, with single spaces between them.
  ///
  /// Of each word the stem, by which every inflection finds it, and the word itself where it
  /// differs, by which it is found while still being typed. Tokens hold only letters, digits and
  /// marks; the index must split at spaces and nowhere else (`ascii` in SQLite's FTS5,
  /// `array_to_tsvector` in PostgreSQL, whose other parsers cut words at some marks).
  package let tokens: String

  /// How much of a document is read: what lies beyond is not found.
  package static let scalarLimit = 200_000

  /// Lists the tokens of `text`.
  ///
  /// - Parameters:
  ///   - text: anything; the first ``scalarLimit`` Unicode scalars count.
  ///   - wordLimit: how many words are read, repeated ones included.
  ///   - byteLimit: the most UTF-8 bytes of ``tokens``; the first token that does not fit and all
  ///     after it are left out.
  package init(_ text: String, wordLimit: Int = 4_000, byteLimit: Int = 65_536) {
    let normalised = NormalisedText(text, scalarLimit: Self.scalarLimit)
    let words = SearchWord.cut(normalised, limit: wordLimit)
    // Each word gives its stem and itself or its closing letter.
    var list = TokenList(tokenLimit: words.count * 2, byteLimit: byteLimit)
    for word in words {
      guard list.add(word.stem), list.add(word.closingLetter ?? word.text) else { break }
    }
    tokens = list.text
  }
}
