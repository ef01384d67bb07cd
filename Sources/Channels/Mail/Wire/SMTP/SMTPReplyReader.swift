/// Divides what an SMTP server sends into replies.
struct SMTPReplyReader {
  /// RFC 5321 asks for 512 at most (section 4.5.3.1.5); servers exceed it.
  private static let lineLimit = 4_096
  private static let linesLimit = 200

  private var input: ArraySlice<UInt8> = []
  private var line: [UInt8] = []
  private var reply: SMTPReply?

  /// Takes what has come from the server; only when there is no further reply in what came.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    input = input.isEmpty ? bytes : input + bytes
  }

  /// The next reply; `nil` as long as more must come.
  mutating func next() throws(MailWireFailure) -> SMTPReply? {
    while !input.isEmpty {
      let part = input.prefix { $0 != UInt8(ascii: "\n") }
      guard line.count + part.count <= Self.lineLimit else { throw .garbled("an endless line") }
      line += part
      let isWhole = part.count < input.count
      input = input.dropFirst(part.count + 1)
      if isWhole, let reply = try takeLine() { return reply }
    }
    return nil
  }

  /// - Returns: the reply, if this was its last line.
  private mutating func takeLine() throws(MailWireFailure) -> SMTPReply? {
    let text = String(
      decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...],
      as: UTF8.self
    )
    line = []
    guard let code = Int(text.prefix(3)), (200..<600).contains(code), (reply?.code ?? code) == code
    else { throw .garbled(String(text.prefix(100))) }
    let separator = text.dropFirst(3).first
    guard separator == nil || separator == " " || separator == "-" else {
      throw .garbled(String(text.prefix(100)))
    }
    var reply = self.reply ?? SMTPReply(code: code, lines: [])
    guard reply.lines.count < Self.linesLimit else { throw .garbled("an endless reply") }
    reply.lines.append(String(text.dropFirst(4)))
    self.reply = separator == "-" ? reply : nil
    return separator == "-" ? nil : reply
  }
}
