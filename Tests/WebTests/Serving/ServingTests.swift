import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing
import Web

/// Probes, metrics and the headers of every answer.
@Suite struct ServingTests {
  @Test(arguments: [("/health", "ok\n"), ("/ready", "ready\n")])
  func `probes answer`(path: String, text: String) async throws {
    let reply = try await SiteHarness().send(Ask(.get, path))
    #expect(reply.status == 200 && reply.text == text && reply.type == "text/plain")
  }

  @Test func `without its database the program lives but is not ready`() async throws {
    let harness = try await SiteHarness()
    await harness.desk.database.close()
    #expect(try await harness.send(Ask(.get, "/health")).status == 200)
    let ready = try await harness.send(Ask(.get, "/ready"))
    #expect(ready.status == 503 && ready.code == "busy" && ready.headers[.retryAfter] == "2")
    let listed = try await harness.get("/conversations")
    #expect(listed.status == 503 && listed.code == "busy")
  }

  @Test(arguments: ["/", "/health", "/metrics", "/api/docs", "/api/v1/account", "/nothing"])
  func `every answer keeps browsers from harm`(path: String) async throws {
    let plain = try await SiteHarness().send(Ask(.get, path))
    let names = [
      "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "Content-Security-Policy",
    ]
    let values = names.map { HTTPField.Name($0).flatMap { plain.headers[$0] } ?? "" }
    #expect(values.prefix(3) == ["nosniff", "same-origin", "DENY"])
    #expect(
      values[3].hasPrefix("default-src 'none';") && values[3].contains("frame-ancestors 'none'")
    )
    #expect(HTTPField.Name("X-Request-ID").flatMap { plain.headers[$0] }?.isEmpty == false)
    #expect(plain.headers[.strictTransportSecurity] == nil)

    let encrypted = try await SiteHarness(surroundings: .init(isEncrypted: true)).send(
      Ask(.get, path)
    )
    #expect(encrypted.headers[.strictTransportSecurity] == "max-age=31536000")
  }

  @Test func `each request has an id of its own`() async throws {
    let harness = try await SiteHarness()
    let name = try #require(HTTPField.Name("X-Request-ID"))
    let first = try await harness.send(Ask(.get, "/health")).headers[name]
    #expect(try await harness.send(Ask(.get, "/health")).headers[name] != first)
  }
}
