import Testing

@testable import Channels

struct WebClientTests {
  private let here = WebClient(WebOptions(allowsPrivate: true, allowsPlain: true))

  /// Answers each request with that text as it stands.
  private func server(_ answer: @escaping @Sendable (String) -> String?) throws -> LoopbackServer {
    try LoopbackServer { connection in
      guard let first = connection.readLine() else { return }
      while let line = connection.readLine(), !line.isEmpty {}
      guard let answer = answer(first) else {
        _ = connection.readLine()
        return
      }
      connection.write(answer)
    }
  }

  private static func answer(_ status: String = "200 OK", _ fields: String = "", body: String)
    -> String
  {
    "HTTP/1.1 \(status)\r\nContent-Type: text/plain\r\n\(fields)Connection: close\r\n\r\n\(body)"
  }

  private func address(_ server: LoopbackServer, _ path: String = "/") -> String {
    "http://127.0.0.1:\(server.port)\(path)"
  }

  @Test
  func `an answer comes whole whatever its status`() async throws {
    let server = try server { _ in Self.answer("404 Not Found", body: "gone") }
    let response = try await here.answer(to: WebRequest(address(server)))
    #expect(response == WebResponse(status: 404, type: "text/plain", body: Array("gone".utf8)))
  }

  @Test(arguments: ["", "Content-Length: 10\r\n"])
  func `a body at the limit is taken and one over it is not`(fields: String) async throws {
    let server = try server { _ in Self.answer("200 OK", fields, body: "0123456789") }
    let taken = try await here.answer(to: WebRequest(address(server), sizeLimit: 10))
    #expect(taken.body.count == 10)
    await #expect(throws: WebFailure.tooBig(limit: 9)) {
      _ = try await here.answer(to: WebRequest(address(server), sizeLimit: 9))
    }
  }

  @Test
  func `a server that does not answer is given up in time`() async throws {
    let server = try server { _ in nil }
    let request = WebRequest(address(server), timeLimit: .milliseconds(300))
    await #expect(throws: WebFailure.timedOut) { _ = try await here.answer(to: request) }
  }

  @Test
  func `redirects are followed so often and not more`() async throws {
    let server = try server { line in
      let left = line.split(separator: "/").dropFirst().first?.first?.wholeNumberValue ?? 0
      return left == 0
        ? Self.answer(body: "there")
        : Self.answer("302 Found", "Location: /\(left - 1)\r\n", body: "")
    }
    let response = try await here.answer(to: WebRequest(address(server, "/3"), redirectLimit: 3))
    #expect(response.body == Array("there".utf8))
    await #expect(throws: WebFailure.tooManyRedirects) {
      _ = try await here.answer(to: WebRequest(address(server, "/4"), redirectLimit: 3))
    }
    let stayed = try await here.answer(to: WebRequest(address(server, "/4"), redirectLimit: 0))
    #expect(stayed.status == 302)
  }

  @Test
  func `a redirect leads to no other scheme`() async throws {
    let server = try server { _ in
      Self.answer("302 Found", "Location: file:///etc/hostname\r\n", body: "")
    }
    await #expect(throws: WebFailure.unusable) {
      _ = try await here.answer(to: WebRequest(address(server)))
    }
  }

  @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0"])
  func `private addresses are not connected to however they are written`(
    name: String
  ) async throws {
    let asked = try server { _ in Self.answer(body: "secret") }
    let client = WebClient(WebOptions(allowsPlain: true))
    await #expect(throws: WebFailure.privateAddress) {
      _ = try await client.answer(to: WebRequest("http://\(name):\(asked.port)/"))
    }
  }

  @Test(arguments: [
    "http://example.com/", "file:///etc/hostname", "gopher://127.0.0.1/", "imaps://example.com",
    "https://a b/", "https://a/\r\nX: y", "https://a/ä",
  ])
  func `only addresses of the web are asked`(address: String) async throws {
    await #expect(throws: WebFailure.unusable) {
      _ = try await WebClient().answer(to: WebRequest(address))
    }
  }

  @Test(arguments: [
    ([8, 8, 8, 8], true), ([9, 255, 255, 255], true), ([10, 0, 0, 1], false),
    ([100, 63, 255, 255], true), ([100, 64, 0, 0], false), ([100, 127, 255, 255], false),
    ([100, 128, 0, 0], true), ([127, 1, 2, 3], false), ([169, 254, 169, 254], false),
    ([172, 15, 0, 0], true), ([172, 31, 255, 255], false), ([172, 32, 0, 0], true),
    ([192, 168, 1, 1], false), ([223, 255, 255, 255], true), ([224, 0, 0, 1], false),
    ([255, 255, 255, 255], false), ([0, 0, 0, 0], false), ([198, 19, 0, 1], false),
    ([0x20, 0x01, 0x48, 0x60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], true),
    ([0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),
    ([0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),
    ([0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], false),
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 192, 168, 0, 1], false),
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 8, 8, 8, 8], true),
    ([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 1], false),
  ])
  func `public addresses are told from private ones`(bytes: [UInt8], isPublic: Bool) {
    #expect(NetworkAddress(bytes: bytes).isPublic == isPublic)
  }
}
