/// The dialogue with an SMTP server (RFC 5321) over one connection; belongs to one thread.
final class SMTPSession {
  /// What the server can do, by keyword in upper case, with what it adds.
  private(set) var extensions: [String: String] = [:]

  private let stream: WireStream
  private var reader = SMTPReplyReader()
  private var failure: MailWireFailure?

  /// Begins the dialogue after the greeting.
  init(_ stream: WireStream, ownName: String) throws(MailWireFailure) {
    self.stream = stream
    stream.begin(.secure)
    // libcurl has asked before us, but keeps the answer to itself.
    for line in try expect("EHLO \(ownName)", as: "EHLO").lines.dropFirst() {
      let keyword = line.prefix { $0 != " " && $0 != "=" }
      extensions[keyword.uppercased()] = String(line.dropFirst(keyword.count + 1))
    }
  }

  /// Starts the time of an operation.
  func begin(_ step: MailStep) { stream.begin(step) }

  /// Says good-bye.
  func leave() throws(MailWireFailure) {
    stream.beginFarewell()
    _ = try ask("QUIT")
  }

  /// Says a line and hears the reply, whatever it is.
  func ask(_ line: String) throws(MailWireFailure) -> SMTPReply {
    try guarding { () throws(MailWireFailure) in
      try stream.write(Array("\(line)\r\n".utf8))
      return try reply()
    }
  }

  /// Says a line, and throws the refusal of the command with that name unless the reply is positive.
  @discardableResult
  func expect(_ line: String, as command: String) throws(MailWireFailure) -> SMTPReply {
    let reply = try ask(line)
    guard reply.isPositive else { throw .refused(reply.refusal(of: command)) }
    return reply
  }

  /// Hands over a whole message.
  func deliver(_ data: [UInt8]) throws(MailWireFailure) -> SMTPReply {
    try guarding { () throws(MailWireFailure) in
      try stream.write(data)
      stream.awaitDelivery()
      return try reply()
    }
  }

  /// After a failure that leaves the dialogue in an unknown state, each further call fails likewise.
  private func guarding(
    _ body: () throws(MailWireFailure) -> SMTPReply
  ) throws(MailWireFailure) -> SMTPReply {
    if let failure { throw failure }
    do throws(MailWireFailure) {
      return try body()
    } catch {
      failure = error
      throw error
    }
  }

  private func reply() throws(MailWireFailure) -> SMTPReply {
    while true {
      if let reply = try reader.next() { return reply }
      reader.append(try stream.read())
    }
  }
}
