/// A server's answer to a command (RFC 5321, section 4.2).
struct SMTPReply: Hashable {
  /// Three digits.
  var code: Int

  /// What follows the code, line by line.
  var lines: [String]
}

extension SMTPReply {
  /// Whether the server did what it was asked for, or waits for what follows.
  var isPositive: Bool { (200..<400).contains(code) }

  /// The enhanced status (RFC 3463), as `5.1.1`.
  var status: String? {
    guard let first = lines.first?.split(separator: " ").first else { return nil }
    let parts = first.split(separator: ".", omittingEmptySubsequences: false)
    let isStatus =
      parts.count == 3 && parts[0].count == 1
      && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }
    return isStatus ? String(first) : nil
  }

  /// All lines without the status that each repeats.
  var words: String {
    let prefix = status.map { $0 + " " } ?? ""
    return lines.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
      .joined(separator: " ")
  }

  func refusal(of command: String) -> MailRefusal {
    MailRefusal(
      command: command,
      code: ["\(code)", status].compactMap(\.self).joined(separator: " "),
      isTemporary: code < 500,
      words: words
    )
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
