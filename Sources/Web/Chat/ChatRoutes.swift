import Foundation
import HTTPTypes
package import Hummingbird
package import ServiceDesk

/// What the chat in a web page asks, below `/widget/v1`.
package struct ChatRoutes: Sendable {
  package static let root = "/widget/v1"

  let desk: Desk
  let limiter: RateLimiter
  let readMarks: ReadMarks
  let stream: ChatStream?
  let onTyping: @Sendable (ID<Account>, ID<Conversation>) async -> Void

  /// `onTyping` is told when a visitor types, and in which conversation.
  package init(
    desk: Desk,
    limiter: RateLimiter,
    readMarks: ReadMarks,
    onTyping: @escaping @Sendable (ID<Account>, ID<Conversation>) async -> Void
  ) {
    self.init(
      desk: desk,
      limiter: limiter,
      readMarks: readMarks,
      stream: nil,
      onTyping: onTyping
    )
  }

  init(
    desk: Desk,
    limiter: RateLimiter,
    readMarks: ReadMarks,
    stream: ChatStream?,
    onTyping: @escaping @Sendable (ID<Account>, ID<Conversation>) async -> Void
  ) {
    self.desk = desk
    self.limiter = limiter
    self.readMarks = readMarks
    self.stream = stream
    self.onTyping = onTyping
  }

  private var routes: [ChatRoute] {
    visitorRoutes + messageRoutes + attachmentRoutes + pictureRoutes
  }

  package func add(to router: Router<WebContext>) {
    let group = router.group().add(middleware: ChatOriginMiddleware())
    for route in routes {
      group.on(RouterPath(route.fullPath), method: route.operation.method) { request, context in
        try await respond(to: request, with: route, context: context)
      }
    }
    addStream(to: group)
    for (path, routes) in Dictionary(grouping: routes, by: \.fullPath) {
      addOtherMethods(than: routes.map(\.operation.method), at: path, to: group)
    }
  }

  private func addStream(to group: RouterGroup<WebContext>) {
    guard let stream else { return }
    let path = "\(Self.root)/stream"
    group.get(RouterPath(path)) { request, _ in
      stream.response(to: request, of: try await authenticate(request))
    }
    addOtherMethods(than: [.get], at: path, to: group)
  }

  private func addOtherMethods(
    than methods: [HTTPRequest.Method],
    at path: String,
    to group: RouterGroup<WebContext>
  ) {
    group.on(RouterPath(path), method: .options) { _, _ in
      ChatOriginMiddleware.preflight(allowing: methods)
    }
    let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
    let all: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]
    for method in all where !methods.contains(method) {
      group.on(RouterPath(path), method: method) { _, context in
        ProblemResponse(Problem(status: 405, code: "methodNotAllowed"), language: context.language)
          .response(adding: [.allow: allowed])
      }
    }
  }

  private func respond(
    to request: Request,
    with route: ChatRoute,
    context: WebContext
  ) async throws -> Response {
    let request = request.withoutOwnOrigin
    if let limit = route.addressLimit {
      try require(limit, of: RateLimiter.subject(ofAddress: context.origin.address))
    }
    // Where there is no visitor yet, the inbox says which account it is.
    let visit = route.isOpen ? nil : try await authenticate(request)
    if let visit, let limit = route.limit { try require(limit, of: visit.visitor.id.description) }
    let viewer = visit?.viewer ?? Viewer(account: ID(0), actor: .system, scopes: [])
    let reader = RequestReader(request: request, context: context, operation: route.operation)
    let bytes = try await reader.bytes()
    let call = try reader.call(desk: desk, viewer: viewer, bytes: bytes)
    var response = try await route.operation.run(call).response(to: request)
    response.headers[.cacheControl] = route.isForEver ? "max-age=31536000, immutable" : "no-store"
    return response
  }

  /// The visitor whose token the request has, on a page where the inbox may be used.
  ///
  /// - Throws: a ``Problem``, or ``ChatFailure/blocked``.
  package func authenticate(_ request: Request) async throws -> Visit {
    guard
      let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer "),
      let secret = VisitorSecret(String(header.dropFirst(7))),
      let visit = try await desk.visit(holding: secret)
    else { throw Problem(status: 401, code: "noVisitor") }
    try visit.inbox.require(origin: request.withoutOwnOrigin.headers[.origin])
    guard !visit.visitor.isBlocked else { throw ChatFailure.blocked }
    return visit
  }

  /// Throws a ``Problem`` unless the subject may do one more of it now.
  func require(_ limit: RateLimit, of subject: String) throws {
    try limiter.require(limit, of: subject)
  }
}

extension Inbox {
  /// Throws a ``Problem`` unless a page of this origin may use it.
  func require(origin: String?) throws {
    guard settings.origins.allows(origin) else {
      throw Problem(status: 403, code: "originNotAllowed")
    }
  }
}

extension Request {
  /// The same without an origin that is the program's own: the chat page is no foreign page,
  /// whatever others the inbox allows.
  fileprivate var withoutOwnOrigin: Request {
    guard isFromOwnOrigin else { return self }
    var head = head
    head.headerFields[.origin] = nil
    return Request(head: head, body: body)
  }
}
