/// HTML as text to be read.
package enum PlainText {
  /// What a reader sees.
  ///
  /// Blocks and rows are on lines of their own, lists have marks, links are followed by their
  /// address where the text does not say it. What the HTML hides is left out.
  package static func of(_ tree: HTMLTree) -> String {
    var reader = PlainTextReader(tree)
    return reader.read()
  }

  /// A text as HTML: escaped, web and mail addresses as links, a paragraph for each block.
  package static func html(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
    return paragraphs.map { paragraph in
      let lines = paragraph.map { TextLinks.html($0) }
      return "<p dir=\"auto\">" + lines.joined(separator: "<br>") + "</p>"
    }.joined(separator: "\n")
  }
}
