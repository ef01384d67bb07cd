import Foundation
import Testing

@testable import Channels

@Suite(.enabled(if: MailServers.running != nil))
struct SMTPClientTests {
  private let servers: MailServers
  private let sender: String
  private let recipient: String

  init() throws {
    servers = try #require(MailServers.running)
    sender = servers.freshAddress()
    recipient = servers.freshAddress()
  }

  private func client(_ security: MailHost.Security) async throws -> SMTPClient {
    let client = SMTPClient(to: servers.smtpHost(security), options: servers.options)
    try await client.connect()
    if security != .none { try await client.signIn(servers.credentials(of: sender)) }
    return client
  }

  private func message(_ body: String) -> [UInt8] {
    Array("From: <\(sender)>\nTo: <\(recipient)>\r\nSubject: test\n\n\(body)".utf8)
  }

  /// The first message that arrives in a mailbox.
  private func arrival(at address: String) async throws -> String {
    let client = try await servers.client(of: address)
    let limit = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < limit {
      _ = try await client.open("INBOX")
      if let uid = try await client.uids(from: 1, limit: 1).first {
        let raw = try await client.message(uid, sizeLimit: 1_000_000)?.raw ?? []
        return String(decoding: raw, as: UTF8.self)
      }
    }
    throw MailWireFailure.timedOut(.fetch)
  }

  @Test(arguments: [MailHost.Security.tls, .startTLS, .none])
  func `a message arrives as it was sent`(security: MailHost.Security) async throws {
    let client = try await client(security)
    let envelope = SMTPEnvelope(sender: sender, recipients: [recipient])
    let outcome = try await client.send(message(".dots\n..\n.\nGrüße"), envelope)
    #expect(outcome.accepted == [recipient])
    #expect(outcome.refusals.isEmpty)
    #expect(outcome.reply.contains("queued"))
    let arrived = try await arrival(at: recipient)
    #expect(arrived.hasSuffix("\r\n\r\n.dots\r\n..\r\n.\r\nGrüße\r\n"))
    #expect(arrived.contains("Return-Path: <\(sender)>"))
  }

  @Test
  func `one unknown recipient keeps nobody else from getting it`() async throws {
    let client = try await client(.startTLS)
    let unknown = "unknown-\(recipient)"
    let busy = "busy-\(recipient)"
    let envelope = SMTPEnvelope(sender: sender, recipients: [unknown, recipient, busy])
    let outcome = try await client.send(message("hello"), envelope)
    #expect(outcome.accepted == [recipient])
    let refusal = try #require(outcome.refusals[unknown])
    #expect(refusal.code == "550 5.1.1")
    #expect(refusal.words.contains("User unknown"))
    #expect(!refusal.isTemporary)
    #expect(outcome.refusals[busy]?.code == "450 4.2.1")
    #expect(outcome.refusals[busy]?.isTemporary == true)
    let nobody = try await client.send(
      message("hello"),
      SMTPEnvelope(sender: sender, recipients: [unknown])
    )
    #expect(nobody.accepted.isEmpty)
    #expect(nobody.refusals.count == 1)
    let again = SMTPEnvelope(sender: sender, recipients: [recipient])
    #expect(try await client.send(message("again"), again).accepted == [recipient])
  }

  @Test
  func `a message that cannot be delivered comes back as report`() async throws {
    let client = try await client(.tls)
    let envelope = SMTPEnvelope(sender: sender, recipients: ["x@full.test"])
    #expect(try await client.send(message("hello"), envelope).accepted == ["x@full.test"])
    let report = try await arrival(at: sender)
    #expect(report.contains("multipart/report"))
    #expect(report.contains("Status: 5.2.2"))
  }

  @Test
  func `a message without sender is taken`() async throws {
    let client = try await client(.none)
    let envelope = SMTPEnvelope(sender: "", recipients: [recipient])
    #expect(try await client.send(message("hello"), envelope).accepted == [recipient])
    #expect(try await arrival(at: recipient).contains("Return-Path: <>"))
  }

  @Test
  func `addresses beyond ASCII are taken`() async throws {
    let client = try await client(.tls)
    let envelope = SMTPEnvelope(sender: sender, recipients: ["grün-\(recipient)"])
    #expect(try await client.send(message("hello"), envelope).refusals.isEmpty)
  }

  @Test
  func `a message larger than the server takes is not sent`() async throws {
    let client = try await client(.tls)
    let raw = [UInt8](repeating: UInt8(ascii: "a"), count: 68_000_000)
    let envelope = SMTPEnvelope(sender: sender, recipients: [recipient])
    let tooBig = MailWireFailure.tooBig(bytes: 68_000_000, limit: 67_108_864)
    await #expect(throws: tooBig) { _ = try await client.send(raw, envelope) }
    #expect(try await client.send(message("small"), envelope).accepted == [recipient])
  }

  @Test(arguments: [
    SMTPEnvelope(sender: "a@b", recipients: []),
    SMTPEnvelope(sender: "a@b", recipients: ["c@d> SIZE=1\r\nRSET"]),
    SMTPEnvelope(sender: "a@b\n", recipients: ["c@d"]),
    SMTPEnvelope(sender: "a@b", recipients: [""]),
  ])
  func `an envelope that would say something else is not sent`(
    envelope: SMTPEnvelope
  ) async throws {
    let client = try await client(.tls)
    await #expect(throws: MailWireFailure.unusable("an address of the envelope")) {
      _ = try await client.send(message("hello"), envelope)
    }
  }

  @Test
  func `sending without signing in is refused in the server's words`() async throws {
    let client = SMTPClient(to: servers.smtpHost(.tls), options: servers.options)
    try await client.connect()
    let envelope = SMTPEnvelope(sender: sender, recipients: [recipient])
    let outcome = try await client.send(message("hello"), envelope)
    #expect(outcome.refusals[recipient]?.words.contains("Access denied") == true)
  }

  @Test
  func `wrong passwords and tokens are refused and good ones taken`() async throws {
    let client = SMTPClient(to: servers.smtpHost(.tls), options: servers.options)
    try await client.connect()
    let oauth = servers.oauth
    let wrong: [MailCredentials] = [
      .password(user: sender, password: "wrong"),
      .token(user: oauth.user, accessToken: oauth.expiredToken),
    ]
    for credentials in wrong {
      let failure = await #expect(throws: MailWireFailure.self) {
        try await client.signIn(credentials)
      }
      guard case .signInRefused(let refusal) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(refusal.code == "535 5.7.8")
      #expect(!refusal.isTemporary)
    }
    try await client.signIn(.token(user: oauth.user, accessToken: oauth.token))
  }
}
