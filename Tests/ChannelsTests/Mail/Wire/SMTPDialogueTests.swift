import Testing

@testable import Channels

/// What SMTP servers may say, from a script.
struct SMTPDialogueTests {
  private let envelope = SMTPEnvelope(sender: "a@b.test", recipients: ["c@d.test"])

  private func client(_ answer: @escaping @Sendable (String) -> String?) async throws -> SMTPClient
  {
    let server = try LoopbackServer.talking("220 ready", answer: answer)
    let host = MailHost(name: "127.0.0.1", port: server.port, security: .none)
    let options = MailWireOptions(
      silenceLimit: .milliseconds(500),
      deliveryLimit: .milliseconds(500)
    )
    let client = SMTPClient(to: host, options: options)
    try await client.connect()
    return client
  }

  @Test(arguments: [
    ("451-4.7.1 greylisted,\r\n451 4.7.1 come back", true),
    ("452-4.3.1 full\r\n452 4.3.1 disk", true),
    ("554 5.7.1 spam", false), ("550 no", false),
  ])
  func `a refused message tells whether to try again`(reply: String, isTemporary: Bool) async throws
  {
    let client = try await client { line in
      switch line {
      case "DATA": "354 go on"
      case ".": reply
      case let line where line.hasPrefix("a") || line.isEmpty: nil
      default: "250 fine"
      }
    }
    let failure = await #expect(throws: MailWireFailure.self) {
      _ = try await client.send(Array("a: b\r\n\r\na\r\n".utf8), envelope)
    }
    #expect(failure?.isTemporary == isTemporary)
    guard case .refused(let refusal) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(refusal.command == "DATA")
    #expect(refusal.code.hasPrefix(reply.prefix(3)))
    #expect(!refusal.words.contains("4.3.1"))
  }

  @Test
  func `a refused sender is the whole message's failure`() async throws {
    let client = try await client { line in
      line.hasPrefix("MAIL") ? "553 5.7.1 not yours" : "250 fine"
    }
    let refusal = MailRefusal(
      command: "MAIL FROM",
      code: "553 5.7.1",
      isTemporary: false,
      words: "not yours"
    )
    await #expect(throws: MailWireFailure.refused(refusal)) {
      _ = try await client.send(Array("a: b\r\n\r\n".utf8), envelope)
    }
  }

  @Test
  func `a server that never answers the message is given up in time`() async throws {
    let client = try await client { line in
      line == "DATA"
        ? "354 go on" : line.hasPrefix("a") || line == "." || line.isEmpty ? nil : "250 ok"
    }
    await #expect(throws: MailWireFailure.timedOut(.send)) {
      _ = try await client.send(Array("a: b\r\n\r\n".utf8), envelope)
    }
  }

  @Test
  func `a server without SMTPUTF8 gets no such address`() async throws {
    let client = try await client { _ in "250 fine" }
    await #expect(throws: MailWireFailure.refused(.noUTF8)) {
      _ = try await client.send(
        Array("a: b\r\n\r\n".utf8),
        SMTPEnvelope(sender: "ä@b.test", recipients: ["c@d.test"])
      )
    }
  }

  @Test
  func `a password goes by LOGIN where nothing else is offered`() async throws {
    let client = try await client { line in
      switch line {
      case "AUTH LOGIN": "334 VXNlcm5hbWU6"
      case "dQ==": "334 UGFzc3dvcmQ6"
      case "cMOkc3M=": "235 2.7.0 welcome"
      case let line where line.hasPrefix("EHLO"): "250-hello\r\n250 AUTH LOGIN"
      default: "535 no"
      }
    }
    try await client.signIn(.password(user: "u", password: "päss"))
    await #expect(throws: MailWireFailure.signInRefused(.noTokens)) {
      try await client.signIn(.token(user: "u", accessToken: "t"))
    }
  }

  @Test(arguments: [
    "hello", "250-a\r\n251 b", "99 x", "250_x", String(repeating: "2", count: 5_000),
  ])
  func `replies that are none are refused`(text: String) {
    var reader = SMTPReplyReader()
    reader.append(Array("\(text)\r\n".utf8)[...])
    #expect(throws: MailWireFailure.self) { _ = try reader.next() }
  }

  @Test
  func `garbage is refused or read but never stops the program`() throws {
    var random = SeededGenerator(seed: 5)
    let seed = Array("250-mail.test\r\n250-SIZE 5\r\n250 OK\r\n550 5.1.1 no\r\n".utf8)
    var read = 0
    for _ in 0..<10_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = bytes.indices.randomElement(using: &random) ?? 0
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      var reader = SMTPReplyReader()
      reader.append(bytes[...])
      do throws(MailWireFailure) {
        while let reply = try reader.next() {
          _ = reply.refusal(of: "X")
          read += 1
        }
      } catch {
        guard case .garbled = error else { throw error }
      }
    }
    // Most changes leave one of the two replies readable.
    #expect(read > 5_000)
  }

  @Test(arguments: [
    ("", ".\r\n"), ("a", "a\r\n.\r\n"), ("a\r\n", "a\r\n.\r\n"), (".a\n.\n", "..a\r\n..\r\n.\r\n"),
    ("a\rb\n\nc", "a\r\nb\r\n\r\nc\r\n.\r\n"), ("a.\r\n.", "a.\r\n..\r\n.\r\n"),
  ])
  func `a message cannot end before its end`(raw: String, data: String) {
    #expect(SMTPData.bytes(of: Array(raw.utf8)) == Array(data.utf8))
  }
}
