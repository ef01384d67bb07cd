/// The addresses in a line of plain text.
enum TextLinks {
  /// The line escaped, with links.
  static func html(_ line: Substring) -> String {
    var writer = HTMLWriter(limit: .max)
    var rest = line
    while let word = rest.firstIndex(where: { !$0.isWhitespace }) {
      writer.text(String(rest[..<word]))
      let end = rest[word...].firstIndex(where: \.isWhitespace) ?? rest.endIndex
      write(rest[word..<end], to: &writer)
      rest = rest[end...]
    }
    writer.text(String(rest))
    return writer.html
  }

  private static func write(_ word: Substring, to writer: inout HTMLWriter) {
    let start = word.firstIndex { !"(<[\"'“‘«".contains($0) } ?? word.endIndex
    let address = trimmed(word[start...])
    guard let target = target(of: address) else { return writer.text(String(word)) }
    writer.text(String(word[..<start]))
    writer.begin("a")
    writer.attribute("href", target)
    writer.write(" rel=\"noopener noreferrer nofollow\" target=\"_blank\">")
    writer.text(String(address))
    writer.endTag("a")
    writer.text(String(word[address.endIndex...]))
  }

  /// Without the punctuation of the sentence; a bracket stays if it was opened.
  private static func trimmed(_ word: Substring) -> Substring {
    var word = word
    if let closing = word.firstIndex(where: { "<>\"”’»".contains($0) }) { word = word[..<closing] }
    while let last = word.last {
      guard isUnopened(last, in: word) || ".,;:!?'".contains(last) else { break }
      word.removeLast()
    }
    return word
  }

  private static func isUnopened(_ bracket: Character, in word: Substring) -> Bool {
    let opening: [Character: Character] = [")": "(", "]": "["]
    guard let opening = opening[bracket] else { return false }
    return word.count { $0 == bracket } > word.count { $0 == opening }
  }

  private static func target(of word: Substring) -> String? {
    let address = String(word)
    if let host = SafeAddress.host(address) {
      let isWeb = address.lowercased().contains("://" + host.prefix(1))
      return isWeb ? SafeAddress.link(address) : nil
    }
    if address.lowercased().hasPrefix("mailto:") { return SafeAddress.link(address) }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    let isMail =
      parts.count == 2 && parts[0].utf8.contains(where: TextBytes.isLetterOrDigit)
      && parts[1].contains(".") && parts.allSatisfy { $0.utf8.allSatisfy(isMailByte) }
    return isMail ? "mailto:" + address : nil
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    TextBytes.isName(byte) || ".+".utf8.contains(byte)
  }
}
