/// Text whose paragraphs were cut into lines (RFC 3676).
enum FlowedText {
  /// Each paragraph on one line; `deletingSpace` if the space at its cuts is not part of the text.
  static func unwrap(_ text: String, deletingSpace: Bool) -> String {
    var lines: [String] = []
    var flowing: (depth: Int, text: String)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == ">" }.count
      var content = line.dropFirst(depth)
      if content.first == " " { content = content.dropFirst() }
      let isSignature = content == "-- "
      if let open = flowing, open.depth != depth || isSignature {
        lines.append(quoted(open.text, open.depth))
        flowing = nil
      }
      var paragraph = (flowing?.text ?? "") + content
      if content.last == " ", !isSignature {
        if deletingSpace { paragraph.removeLast() }
        flowing = (depth, paragraph)
      } else {
        lines.append(quoted(paragraph, depth))
        flowing = nil
      }
    }
    if let flowing { lines.append(quoted(flowing.text, flowing.depth)) }
    return lines.joined(separator: "\n")
  }

  private static func quoted(_ text: String, _ depth: Int) -> String {
    depth == 0 ? text : String(repeating: ">", count: depth) + " " + text
  }
}
