import CGumbo

extension HTMLTree {
  /// Parses as browsers do (HTML Living Standard, section 13.2); anything at all is a document.
  ///
  /// Takes time in proportion to the length. Of a source beyond two megabytes, or of one made to
  /// exhaust a parser, only the beginning is read; see ``isCut``.
  package init(_ html: String) {
    var builder = TreeBuilder()
    isCut = GumboParse.run(html) { root in builder.build(root) }
    nodes = builder.nodes
    sourceBytes = html.utf8.count
  }
}
