/// What is wrong with a file of the corpus.
package enum CorpusFailure: Error, Equatable, Sendable {
  /// A row of texts has too few columns; `id` is its first.
  case unreadableText(id: String)
  /// A row of labels has too few columns, or one holds what is no label.
  case unreadableLabels(id: String)
}
