import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import Testing

@testable import Web

/// Where a request comes from, seen past the proxies that are trusted.
@Suite struct VisitorTests {
  @Test(arguments: [
    (peer: "203.0.113.9", forwarded: [], client: "203.0.113.9"),
    (peer: "203.0.113.9", forwarded: ["198.51.100.1"], client: "203.0.113.9"),
    (peer: "10.0.0.1", forwarded: [], client: "10.0.0.1"),
    (peer: "10.0.0.1", forwarded: ["198.51.100.1"], client: "198.51.100.1"),
    (peer: "10.0.0.1", forwarded: ["1.1.1.1, 198.51.100.1"], client: "198.51.100.1"),
    (peer: "10.0.0.1", forwarded: ["1.1.1.1, 198.51.100.1, 10.0.0.2"], client: "198.51.100.1"),
    (peer: "10.0.0.1", forwarded: ["1.1.1.1", "198.51.100.1 ,10.0.0.2"], client: "198.51.100.1"),
    (peer: "10.0.0.1", forwarded: ["10.0.0.3, 10.0.0.2"], client: "10.0.0.3"),
    (peer: "10.0.0.1", forwarded: ["10.0.0.3, 198.51.100.1, 10.0.0.2"], client: "198.51.100.1"),
    (peer: "10.0.0.1", forwarded: [" , "], client: "10.0.0.1"),
    (peer: "10.0.0.1", forwarded: ["2001:db8::1"], client: "2001:db8::1"),
  ])
  func `the client is the last hop that is no trusted proxy`(
    peer: String,
    forwarded: [String],
    client: String
  ) async throws {
    let origin = try await origin(peer: peer, forwarded: forwarded)
    #expect(origin == ClientOrigin(address: client, isEncrypted: false))
  }

  @Test(arguments: [
    (peer: "10.0.0.1", proto: "https", own: false, encrypted: true),
    (peer: "10.0.0.1", proto: "HTTPS", own: false, encrypted: true),
    (peer: "10.0.0.1", proto: "http", own: false, encrypted: false),
    (peer: "203.0.113.9", proto: "https", own: false, encrypted: false),
    (peer: "203.0.113.9", proto: "http", own: true, encrypted: true),
  ])
  func `only a trusted proxy says that the client's connection is encrypted`(
    peer: String,
    proto: String,
    own: Bool,
    encrypted: Bool
  ) async throws {
    let origin = try await origin(peer: peer, proto: proto, isEncrypted: own)
    #expect(origin.isEncrypted == encrypted)
  }

  /// Where the middleware sees a request come from; 10.0.0.0/8 is trusted.
  private func origin(
    peer: String,
    forwarded: [String] = [],
    proto: String? = nil,
    isEncrypted: Bool = false
  ) async throws -> ClientOrigin {
    let channel = NIOAsyncTestingChannel()
    channel.remoteAddress = try SocketAddress(ipAddress: peer, port: 4_711)
    var head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/")
    head.headerFields[values: .forwardedFor] = forwarded
    head.headerFields[.forwardedProto] = proto
    let middleware = VisitorMiddleware(isEncrypted: isEncrypted) { $0.hasPrefix("10.") }
    let response = try await middleware.handle(
      Request(head: head, body: RequestBody(buffer: ByteBuffer())),
      context: WebContext(source: .init(channel: channel, logger: SiteHarness.logger))
    ) { _, context in
      Response(
        status: context.origin.isEncrypted ? .ok : .noContent,
        headers: [.location: context.origin.address ?? ""]
      )
    }
    return ClientOrigin(
      address: response.headers[.location],
      isEncrypted: response.status == .ok
    )
  }
}
