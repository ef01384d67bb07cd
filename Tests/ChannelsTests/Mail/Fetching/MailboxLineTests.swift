import Foundation
import ServiceDesk
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Channels

/// Signing in with a provider's token, which ends and is renewed.
@Suite struct MailboxLineTests {
  private let harness: DeskHarness
  private let server: LoopbackMailbox

  init() async throws {
    harness = try await DeskHarness()
    server = try LoopbackMailbox(["INBOX": [.number(1)]])
  }

  /// A provider that gives the same answer to each request, and counts them.
  private final class Provider: Sendable {
    private let asked = Mutex(0)
    let server: Mutex<LoopbackServer?> = Mutex(nil)

    var times: Int { asked.withLock { $0 } }

    func start(_ status: String, _ json: String) throws -> String {
      let server = try LoopbackServer { [self] connection in
        var length = 0
        while let line = connection.readLine(), !line.isEmpty {
          guard line.lowercased().hasPrefix("content-length:") else { continue }
          length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces)) ?? 0
        }
        _ = connection.read(length)
        asked.withLock { $0 += 1 }
        connection.write(
          "HTTP/1.1 \(status)\r\nContent-Length: \(json.utf8.count)\r\n"
            + "Connection: close\r\n\r\n\(json)"
        )
      }
      self.server.withLock { $0 = server }
      return "http://127.0.0.1:\(server.port)/token"
    }
  }

  private let provider = Provider()

  private func add(tokenAddress: String) async throws -> ID<Mailbox> {
    let grant = MailboxSecrets.Grant(
      tokenAddress: tokenAddress,
      scopes: ["mail"],
      clientID: "client",
      clientSecret: nil,
      refreshToken: "first",
      accessToken: "ended",
      // A minute from now is too soon.
      expiresAt: (harness.clock.now + .seconds(59)).milliseconds
    )
    let settings = Mailbox.Settings(
      name: try Mailbox.Name("Support"),
      address: try EmailAddress("support@anemone.example"),
      incoming: try MailServer(
        host: "127.0.0.1",
        port: server.port,
        security: .none,
        signIn: .oauth,
        user: "support"
      )
    )
    let secrets = try harness.desk.secrets.seal(
      MailboxSecrets(grant: grant),
      of: harness.anemone.account
    )
    return try await harness.perform(AddMailbox(settings: settings, secrets: secrets)).id
  }

  private func look(into mailbox: ID<Mailbox>) async throws -> MailboxHealth {
    await MailFetcher(
      desk: harness.desk,
      reader: MailReader(desk: harness.desk, logger: harness.logger),
      options: MailWireOptions(allowsPlain: true),
      logger: harness.logger
    ).look(into: MailboxHold(account: harness.anemone.account, mailbox: mailbox))
    return try await harness.answer(FindMailbox(mailbox: mailbox)).health
  }

  private var signIns: [String] {
    server.heard.filter { $0.hasPrefix("AUTHENTICATE") }.compactMap { line in
      line.split(separator: " ").last.flatMap { Data(base64Encoded: String($0)) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test func `a token that has ended is renewed, shown, kept and used again`() async throws {
    let address = try provider.start(
      "200 OK",
      #"{"access_token":"fresh","expires_in":3600,"refresh_token":"second"}"#
    )
    let mailbox = try await add(tokenAddress: address)
    for _ in 1...2 { #expect(try await look(into: mailbox).lastError == nil) }
    #expect(provider.times == 1)
    let expected = MailCredentials.bearer(user: "support", accessToken: "fresh")
    #expect(signIns == [expected, expected])

    let sealed = try await harness.desk.answer(
      FindMailboxSecrets(mailbox: mailbox),
      as: .system(of: harness.anemone.account)
    )
    let kept = try harness.desk.secrets.open(
      try #require(sealed),
      as: MailboxSecrets.self,
      of: harness.anemone.account
    )
    #expect(kept.grant?.refreshToken == "second" && kept.grant?.accessToken == "fresh")
    #expect(kept.grant?.expiresAt == (harness.clock.now + .hours(1)).milliseconds)
  }

  @Test(arguments: [
    (
      #"{"error":"invalid_grant","error_description":"Token has been revoked."}"#,
      "Token has been revoked."
    ),
    (#"{"error":"invalid_grant"}"#, "somebody has to sign in with the provider again"),
    (#"{"error":"invalid_client","error_description":"No."}"#, "invalid_client No."),
  ])
  func `a provider's no is told in its words`(json: String, words: String) async throws {
    let mailbox = try await add(tokenAddress: try provider.start("400 Bad Request", json))
    #expect(try await look(into: mailbox).lastError == words)
    #expect(signIns.isEmpty)
  }
}
