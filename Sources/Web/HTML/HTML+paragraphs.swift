extension HTML {
  /// Plain text as paragraphs: blank lines part them, other line ends stay, and addresses of the
  /// web become links.
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
      "<p dir=\"auto\">\(HTML.joined(lines.map(linked), by: "<br>"))</p>"
    }
    return .joined(paragraphs)
  }

  private static func linked(_ line: Substring) -> HTML {
    var parts: [HTML] = []
    var start = line.startIndex
    // Most lines have no address, and are not worth taking apart.
    let words =
      line.utf8.contains(UInt8(ascii: ":")) ? line.split(whereSeparator: \.isWhitespace) : []
    for word in words {
      let address = word.address
      guard let link = WebAddress(String(address)), !address.hasPrefix("mailto:") else { continue }
      parts.append("\(String(line[start..<address.startIndex]))")
      parts.append(link.link("\(link.text)"))
      start = address.endIndex
    }
    parts.append("\(String(line[start...]))")
    return .joined(parts)
  }
}

extension Substring {
  /// The word without the punctuation around it; a closing bracket that was opened within stays.
  fileprivate var address: Substring {
    var word = drop { "([{<\"'«„“".contains($0) }
    while let last = word.last, ".,;:!?)]}>\"'»“”…،؛؟".contains(last) {
      if last == ")", word.count(where: { $0 == "(" }) >= word.count(where: { $0 == ")" }) { break }
      word = word.dropLast()
    }
    return word
  }
}
