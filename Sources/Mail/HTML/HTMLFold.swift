/// Neighbouring parts of a mail that are folded away until the reader opens them.
package struct HTMLFold: Sendable, Hashable {
  /// From the index of the first node to behind the last descendant of the last.
  ///
  /// The nodes at its top are siblings in a place for text and paragraphs; between the rows or
  /// cells of a table nothing can be folded, and nothing is.
  package let nodes: Range<Int>
  /// What the reader sees of it and opens it by.
  package let summary: String

  package init(nodes: Range<Int>, summary: String) {
    self.nodes = nodes
    self.summary = summary
  }
}
