/// Enhanced status codes (RFC 3463).
enum EnhancedStatus {
  /// The first code in a text, as `5.1.1`.
  static func first(in text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index].isStatusClass {
      if let code = code(bytes, at: index) { return code }
    }
    return nil
  }

  /// The more exact of what a report states and what the server said.
  static func best(stated: String?, diagnostic: String?) -> String? {
    guard let diagnostic else { return stated }
    if let stated, !stated.hasSuffix(".0.0") { return stated }
    return first(in: diagnostic).flatMap { $0.hasSuffix(".0.0") ? nil : $0 }
      ?? stated ?? deduced(from: diagnostic)
  }

  /// What a text without a code means: by its words, else by its SMTP reply (RFC 5321, 4.2).
  static func deduced(from text: String) -> String? {
    let lowercased = text.lowercased()
    let reply = replyClass(in: lowercased)
    for (status, phrases) in StatusPhrases.all where phrases.occurs(in: lowercased) {
      return (reply ?? status.default) + status.rest
    }
    return reply.map { $0 + ".0.0" }
  }

  private static func code(_ bytes: [UInt8], at start: Int) -> String? {
    if start > 0, bytes[start - 1].isCodeByte { return nil }
    var index = start + 1
    for _ in 0..<2 {
      guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { return nil }
      let digits = bytes[(index + 1)...].prefix(4).prefix { $0.isDigit }
      guard (1...3).contains(digits.count) else { return nil }
      index += 1 + digits.count
    }
    // A fourth number makes it an address of the internet.
    let goesOn =
      index + 1 < bytes.count && bytes[index] == UInt8(ascii: ".")
      && bytes[index + 1].isDigit
    return goesOn ? nil : String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func replyClass(in text: String) -> String? {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { !$0.isReplyByte } ?? bytes.count
      let word = bytes[start..<end]
      if word.count >= 3, let reply = replyClass(of: word) { return reply }
      start = end + 1
    }
    return nil
  }

  /// Beside what is no ASCII, as in scripts without spaces, letters are told from marks.
  private static func replyClass(of bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(where: \.isDigit) else { return nil }
    let words = String(decoding: bytes, as: UTF8.self)
      .split { !$0.isNumber && !$0.isLetter && $0 != "." }
    for word in words where word.utf8.count == 3 && word.utf8.allSatisfy(\.isDigit) {
      if let first = word.first, first == "4" || first == "5" { return String(first) }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isStatusClass: Bool {
    self == UInt8(ascii: "2") || self == UInt8(ascii: "4") || self == UInt8(ascii: "5")
  }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Of a word, or of a character that may be of one.
  fileprivate var isReplyByte: Bool { isCodeByte || self >= 0x80 }
  fileprivate var isCodeByte: Bool {
    isDigit || self == UInt8(ascii: ".") || (0x61...0x7a).contains(self | 0x20)
  }
}
