import Foundation
import Synchronization
import Testing

@testable import Channels

struct MailTokenTests {
  /// What a provider's server was sent.
  private final class Posted: Sendable {
    let forms = Mutex<[String]>([])
  }

  private let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let posted = Posted()

  private func provider(_ status: String, _ json: String) throws -> LoopbackServer {
    try LoopbackServer { [posted] connection in
      var length = 0
      while let line = connection.readLine(), !line.isEmpty {
        guard line.lowercased().hasPrefix("content-length:") else { continue }
        length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces)) ?? 0
      }
      let form = String(decoding: connection.read(length), as: UTF8.self)
      posted.forms.withLock { $0.append(form) }
      connection.write(
        "HTTP/1.1 \(status)\r\nContent-Length: \(json.utf8.count)\r\nConnection: close\r\n\r\n\(json)"
      )
    }
  }

  private func application(_ server: LoopbackServer) -> MailApplication {
    MailApplication(
      provider: MailProvider(
        authorizationAddress: "https://provider.test/authorize",
        tokenAddress: "http://127.0.0.1:\(server.port)/token",
        scopes: ["mail", "offline"],
        parameters: ["prompt": "consent"]
      ),
      clientID: "client&1",
      clientSecret: "secret",
      redirectAddress: "https://desk.test/back?x=1"
    )
  }

  private func client(_ server: LoopbackServer) -> MailTokenClient {
    let web = WebClient(WebOptions(allowsPrivate: true, allowsPlain: true))
    return MailTokenClient(application(server), web: web)
  }

  @Test
  func `a refresh token gives an access token`() async throws {
    let server = try provider("200 OK", #"{"access_token":"new","expires_in":3599,"x":[]}"#)
    let token = try await client(server).token(refreshing: "old+token", at: now)
    let expected = MailToken(
      accessToken: "new",
      expiresAt: now.addingTimeInterval(3_599),
      refreshToken: nil
    )
    #expect(token == expected)
    let form =
      "client_id=client%261&client_secret=secret&grant_type=refresh_token"
      + "&refresh_token=old%2Btoken&scope=mail%20offline"
    #expect(posted.forms.withLock { $0 } == [form])
  }

  @Test
  func `a code gives both tokens and is proved by the verifier`() async throws {
    let json = #"{"access_token":"a","expires_in":60,"refresh_token":"r"}"#
    let server = try provider("200 OK", json)
    // RFC 7636, appendix B.
    let authorization = MailAuthorization(
      state: "s",
      verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    )
    let token = try await client(server).token(for: "code", of: authorization, at: now)
    #expect(token.refreshToken == "r")
    let form = try #require(posted.forms.withLock { $0.first })
    #expect(form.contains("code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
    #expect(form.contains("redirect_uri=https%3A%2F%2Fdesk.test%2Fback%3Fx%3D1"))
    let address = authorization.address(for: application(server), hint: "a+b@c.test")
    #expect(address.hasPrefix("https://provider.test/authorize?client_id=client%261&"))
    #expect(address.contains("code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&"))
    #expect(address.contains("login_hint=a%2Bb%40c.test"))
    #expect(address.contains("prompt=consent"))
    #expect(!address.contains("dBjftJeZ4CVP"))
  }

  @Test
  func `secrets differ and have the standard's form`() {
    let (one, other) = (MailAuthorization(), MailAuthorization())
    #expect(Set([one.state, one.verifier, other.state, other.verifier]).count == 4)
    #expect(one.verifier.count == 43)
    #expect(one.verifier.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) })
  }

  @Test(arguments: [
    (
      "400 Bad Request", #"{"error":"invalid_grant","error_description":"revoked"}"#,
      MailTokenFailure.signInAgain("revoked")
    ),
    (
      "401 Unauthorized", #"{"error":"invalid_client"}"#,
      .refused(code: "invalid_client", words: "")
    ),
    ("503 Busy", "<html>", .unavailable(status: 503)),
    ("429 Slow down", "{}", .unavailable(status: 429)),
    ("400 Bad Request", "<html>", .garbled(status: 400)),
    ("200 OK", "{}", .garbled(status: 200)),
    ("200 OK", #"{"access_token":""}"#, .garbled(status: 200)),
  ])
  func `a provider's no is told apart`(
    status: String,
    json: String,
    failure: MailTokenFailure
  ) async throws {
    let server = try provider(status, json)
    await #expect(throws: failure) {
      _ = try await client(server).token(refreshing: "old", at: now)
    }
  }

  @Test
  func `a provider in a private network is not asked unless allowed`() async throws {
    let server = try provider("200 OK", "{}")
    let application = application(server)
    let web = WebClient()
    let failure = await #expect(throws: MailTokenFailure.self) {
      _ = try await MailTokenClient(application, web: web).token(refreshing: "old", at: now)
    }
    #expect(failure == .unreachable(.unusable))
  }

  @Test
  func `tenants that would change the address are refused`() {
    #expect(
      MailProvider.microsoft(tenant: "contoso.com")?.tokenAddress
        == "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token"
    )
    for tenant in ["", "a/b", "a?b", "a@b", "ä"] {
      #expect(MailProvider.microsoft(tenant: tenant) == nil)
    }
  }
}
