extension HTML {
  /// Plain text as paragraphs: blank lines part them, other line ends stay, and addresses of the
  /// web become links.
  ///
  /// - Parameters:
  ///   - text: what somebody has written.
  ///   - marked: what stands out, in Unicode scalars of the text.
  /// - Returns: safe markup.
  static func paragraphs(_ text: String, marking marked: [Range<Int>] = []) -> HTML {
    let marks = text.ranges(ofScalars: marked)
    var blocks: [[Substring]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        blocks.append([])
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    let paragraphs = blocks.filter { !$0.isEmpty }.map { lines -> HTML in
      "<p dir=\"auto\">\(HTML.joined(lines.map { linked($0, marks) }, by: "<br>"))</p>"
    }
    return .joined(paragraphs)
  }

  private static func linked(_ line: Substring, _ marks: [Range<String.Index>]) -> HTML {
    var parts: [HTML] = []
    var start = line.startIndex
    // Most lines have no address, and are not worth taking apart.
    let words =
      line.utf8.contains(UInt8(ascii: ":")) ? line.split(whereSeparator: \.isWhitespace) : []
    for word in words {
      let address = word.address
      guard let link = WebAddress(String(address)), !address.hasPrefix("mailto:") else { continue }
      parts.append(plain(line[start..<address.startIndex], marks))
      parts.append(link.link("\(link.text)"))
      start = address.endIndex
    }
    parts.append(plain(line[start...], marks))
    return .joined(parts)
  }

  private static func plain(_ text: Substring, _ marks: [Range<String.Index>]) -> HTML {
    var parts: [HTML] = []
    var start = text.startIndex
    for mark in marks {
      let (from, end) = (max(mark.lowerBound, start), min(mark.upperBound, text.endIndex))
      guard from < end else { continue }
      parts.append("\(String(text[start..<from]))<mark>\(String(text[from..<end]))</mark>")
      start = end
    }
    parts.append("\(String(text[start...]))")
    return .joined(parts)
  }
}

extension String {
  /// The places of ranges that are counted in Unicode scalars, in order; what is beyond is left out.
  fileprivate func ranges(ofScalars ranges: [Range<Int>]) -> [Range<String.Index>] {
    let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
    var (place, count) = (unicodeScalars.startIndex, 0)
    func index(_ offset: Int) -> String.Index? {
      guard offset >= count,
        let found = unicodeScalars.index(
          place,
          offsetBy: offset - count,
          limitedBy: unicodeScalars.endIndex
        )
      else { return nil }
      (place, count) = (found, offset)
      return found
    }
    return sorted.compactMap { range in
      guard let start = index(range.lowerBound), let end = index(range.upperBound) else {
        return nil
      }
      return start..<end
    }
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
