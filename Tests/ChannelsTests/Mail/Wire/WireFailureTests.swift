import Foundation
import Testing

@testable import Channels

/// What servers do that should not; these need no mail server.
struct WireFailureTests {
  private let quick = MailWireOptions(
    connectLimit: .milliseconds(500),
    silenceLimit: .milliseconds(500)
  )

  private func host(_ port: Int, _ security: MailHost.Security = .none) -> MailHost {
    MailHost(name: "127.0.0.1", port: port, security: security)
  }

  @Test
  func `a name without address is told`() async throws {
    let host = MailHost(name: "mail.invalid", port: 993, security: .tls)
    await #expect(throws: MailWireFailure.unresolved(host: "mail.invalid")) {
      try await IMAPClient(to: host).connect()
    }
  }

  @Test
  func `a port that nobody serves is told`() async throws {
    let server = try LoopbackServer { _ in }
    server.stop()
    let failure = await #expect(throws: MailWireFailure.self) {
      try await IMAPClient(to: host(server.port)).connect()
    }
    guard case .unreachable = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test(arguments: [MailHost.Security.tls, .startTLS, .none])
  func `a silent server is given up in time`(security: MailHost.Security) async throws {
    let server = try LoopbackServer.talking(nil) { _ in nil }
    let start = ContinuousClock.now
    await #expect(throws: MailWireFailure.timedOut(.secure)) {
      try await IMAPClient(to: host(server.port, security), options: quick).connect()
    }
    // Without the limit it would be half a minute more on a machine that is as busy.
    #expect(ContinuousClock.now - start < .seconds(180))
  }

  @Test
  func `a server that falls silent later is given up in time`() async throws {
    let server = try LoopbackServer.talking("* OK ready") { line in
      line.contains("CAPABILITY")
        ? "* CAPABILITY IMAP4rev1\r\n\(line.prefix { $0 != " " }) OK" : nil
    }
    let client = IMAPClient(to: host(server.port), options: quick)
    try await client.connect()
    await #expect(throws: MailWireFailure.timedOut(.list)) { _ = try await client.folders() }
    await #expect(throws: MailWireFailure.timedOut(.list)) { _ = try await client.folders() }
  }

  @Test
  func `a cancelled task waits for nothing`() async throws {
    let server = try LoopbackServer.talking("* OK ready") { line in
      line.contains("CAPABILITY")
        ? "* CAPABILITY IMAP4rev1\r\n\(line.prefix { $0 != " " }) OK" : nil
    }
    let client = IMAPClient(to: host(server.port))
    try await client.connect()
    let task = Task { try await client.folders() }
    task.cancel()
    await #expect(throws: MailWireFailure.cancelled) { try await task.value }
  }

  @Test
  func `a server that takes away STARTTLS gets no password`() async throws {
    let imap = try LoopbackServer.talking("* OK ready") { line in
      "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n\(line.prefix { $0 != " " }) OK"
    }
    let smtp = try LoopbackServer.talking("220 ready") { _ in "250 hello" }
    let failures = [
      await #expect(throws: MailWireFailure.self) {
        try await IMAPClient(to: host(imap.port, .startTLS)).connect()
      },
      await #expect(throws: MailWireFailure.self) {
        try await SMTPClient(to: host(smtp.port, .startTLS)).connect()
      },
    ]
    for failure in failures {
      guard case .untrusted(.notOffered, _) = failure else {
        Issue.record("\(String(describing: failure))")
        continue
      }
    }
  }

  @Test
  func `a plain line to another machine is not even tried`() async throws {
    let host = MailHost(name: "mail.example", port: 143, security: .none)
    await #expect(throws: MailWireFailure.plainForbidden) {
      try await IMAPClient(to: host).connect()
    }
  }

  @Test(arguments: ["", "a/b", "a@b", "a b", "a?b", "a#b", "a\r\nb"])
  func `a name that is none is not even tried`(name: String) async throws {
    await #expect(throws: MailWireFailure.unusable("the server's name or port")) {
      try await IMAPClient(to: MailHost(name: name, port: 993, security: .tls)).connect()
    }
  }

  @Test
  func `a server that refuses at once is quoted`() async throws {
    let imap = try LoopbackServer.talking("* BYE too many connections") { _ in nil }
    let imapFailure = await #expect(throws: MailWireFailure.self) {
      try await IMAPClient(to: host(imap.port), options: quick).connect()
    }
    guard case .refused(let bye) = imapFailure else {
      Issue.record("\(String(describing: imapFailure))")
      return
    }
    #expect(bye.words.contains("too many connections"))
    #expect(bye.isTemporary)
    let smtp = try LoopbackServer.talking("554 5.7.1 you are listed") { _ in nil }
    let smtpFailure = await #expect(throws: MailWireFailure.self) {
      try await SMTPClient(to: host(smtp.port), options: quick).connect()
    }
    guard case .refused(let no) = smtpFailure else {
      Issue.record("\(String(describing: smtpFailure))")
      return
    }
    #expect(no.words.contains("you are listed"))
    #expect(!no.isTemporary)
  }

  @Test(arguments: ["* CAPABILITY (", "what?", "R9 OK", "* BYE tired"])
  func `a server that talks nonsense is left`(nonsense: String) async throws {
    let server = try LoopbackServer.talking("* OK ready") { line in
      line.hasPrefix("R") ? nonsense : "* CAPABILITY IMAP4rev1\r\n\(line.prefix { $0 != " " }) OK"
    }
    let failure = await #expect(throws: MailWireFailure.self) {
      try await IMAPClient(to: host(server.port), options: quick).connect()
    }
    #expect(failure?.isTemporary == true)
  }
}
