/// Text whose paragraphs were cut into lines (RFC 3676).
enum FlowedText {
  /// Each paragraph on one line; `deletingSpace` if the space at its cuts is not part of the text.
  static func unwrap(_ text: String, deletingSpace: Bool) -> String {
    var paragraphs = Paragraphs()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == ">" }.count
      var content = line.dropFirst(depth)
      if content.first == " " { content = content.dropFirst() }
      let isSignature = content == "-- "
      let goesOn = content.last == " " && !isSignature
      if goesOn, deletingSpace { content = content.dropLast() }
      paragraphs.add(content, depth: depth, isSignature: isSignature, goesOn: goesOn)
    }
    return paragraphs.text
  }

  /// Paragraphs put together so far.
  private struct Paragraphs {
    private(set) var text = ""
    private var openDepth: Int?
    private var isEmpty = true

    mutating func add(_ line: Substring, depth: Int, isSignature: Bool, goesOn: Bool) {
      if openDepth != depth || isSignature {
        if !isEmpty { text += "\n" }
        if depth > 0 { text += String(repeating: ">", count: depth) + " " }
      }
      text += line
      isEmpty = false
      openDepth = goesOn ? depth : nil
    }
  }
}
