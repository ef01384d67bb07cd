extension HTML {
  /// Plain text as paragraphs: blank lines part them, other line ends stay.
  static func paragraphs(_ text: String) -> HTML {
    var blocks: [[Substring]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        blocks.append([])
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    let paragraphs = blocks.filter { !$0.isEmpty }.map { lines -> HTML in
      "<p dir=\"auto\">\(HTML.joined(lines.map { "\(String($0))" }, by: "<br>"))</p>"
    }
    return .joined(paragraphs)
  }
}
