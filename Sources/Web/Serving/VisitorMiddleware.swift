import HTTPTypes
import Hummingbird
import NIOCore

/// Finds out in which language a visitor is spoken to and where the request comes from.
struct VisitorMiddleware: RouterMiddleware {
  let isEncrypted: Bool
  /// Whether a proxy at this address may speak for others.
  let isTrustedProxy: @Sendable (String) -> Bool

  typealias Context = WebContext

  @concurrent func handle(
    _ request: Request,
    context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.language = Language(accepting: request.headers[.acceptLanguage])
    context.origin = origin(of: request, context: context)
    return try await next(request, context)
  }

  /// Walks back through `X-Forwarded-For`, from the nearest proxy on, as long as each is trusted:
  /// what stands before the first that is not, anyone can have written.
  private func origin(of request: Request, context: WebContext) -> ClientOrigin {
    guard let peer = context.remoteAddress?.ipAddress else {
      return ClientOrigin(address: nil, isEncrypted: isEncrypted)
    }
    guard isTrustedProxy(peer) else {
      return ClientOrigin(address: peer, isEncrypted: isEncrypted)
    }
    let hops = request.headers[values: .forwardedFor].joined(separator: ",").split(separator: ",")
      .map { $0.filter { !$0.isWhitespace } }
    let client = hops.last { !isTrustedProxy($0) } ?? hops.first ?? peer
    let scheme = request.headers[.forwardedProto]?.lowercased()
    return ClientOrigin(address: client, isEncrypted: isEncrypted || scheme == "https")
  }
}
