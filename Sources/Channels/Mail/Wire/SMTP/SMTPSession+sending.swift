extension SMTPSession {
  /// The command that begins the message, unless the server says beforehand that it cannot take it.
  func mailFrom(_ envelope: SMTPEnvelope, raw: [UInt8]) throws(MailWireFailure) -> String {
    var line = "MAIL FROM:<\(envelope.sender)>"
    if let limit = extensions["SIZE"] {
      // 0 means that there is no limit known (RFC 1870, section 4).
      if let limit = Int(limit), limit > 0, raw.count > limit {
        throw .tooBig(bytes: raw.count, limit: limit)
      }
      line += " SIZE=\(raw.count)"
    }
    let isEightBit = raw.contains { $0 >= 0x80 }
    if isEightBit, extensions["8BITMIME"] != nil { line += " BODY=8BITMIME" }
    if envelope.needsUTF8 {
      guard extensions["SMTPUTF8"] != nil else { throw .refused(.noUTF8) }
      line += " SMTPUTF8"
    }
    return line
  }

  /// Names the recipients, and hands over the message if the server takes any of them.
  func send(_ raw: [UInt8], to recipients: [String]) throws(MailWireFailure) -> SMTPOutcome {
    var outcome = SMTPOutcome(accepted: [], refusals: [:], reply: "")
    for recipient in recipients {
      let reply = try ask("RCPT TO:<\(recipient)>")
      if reply.isPositive {
        outcome.accepted.append(recipient)
      } else {
        outcome.refusals[recipient] = reply.refusal(of: "RCPT TO")
      }
    }
    guard !outcome.accepted.isEmpty else {
      try expect("RSET", as: "RSET")
      return outcome
    }
    try expect("DATA", as: "DATA")
    let reply = try deliver(SMTPData.bytes(of: raw))
    guard reply.isPositive else { throw .refused(reply.refusal(of: "DATA")) }
    outcome.reply = reply.words
    return outcome
  }
}

extension MailRefusal {
  /// An address has letters beyond ASCII, and the server does not know how to pass such on.
  static let noUTF8 = MailRefusal(
    command: "MAIL FROM",
    code: "5.6.7",
    isTemporary: false,
    words: "the server takes no addresses with letters beyond ASCII"
  )
}
