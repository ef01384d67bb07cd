import HTTPTypes
package import Hummingbird
package import ServiceDesk

/// The API: checks each request against its operation's declaration, then runs the operation.
package struct APIRoutes: Sendable {
  package let operations: [Operation]
  private let desk: Desk

  package init(desk: Desk, operations: [Operation]) {
    self.desk = desk
    self.operations = operations
  }

  /// Adds a route for each operation, and an answer for the methods that a path does not take.
  package func add(to router: Router<WebContext>) {
    for operation in operations {
      router.on(RouterPath(operation.fullPath), method: operation.method) { request, context in
        try await respond(to: request, with: operation, context: context)
      }
    }
    for (path, operations) in Dictionary(grouping: operations, by: \.fullPath) {
      refuseOtherMethods(than: operations.map(\.method), at: path, on: router)
    }
  }

  private func refuseOtherMethods(
    than methods: [HTTPRequest.Method],
    at path: String,
    on router: Router<WebContext>
  ) {
    let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
    // Not HEAD, which the router answers wherever it answers GET (RFC 9110, 9.1).
    let all: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .options, .trace]
    for method in all where !methods.contains(method) {
      router.on(RouterPath(path), method: method) { _, context in
        ProblemResponse(Problem(status: 405, code: "methodNotAllowed"), language: context.language)
          .response(adding: [.allow: allowed])
      }
    }
  }

  private func respond(
    to request: Request,
    with operation: Operation,
    context: WebContext
  ) async throws -> Response {
    let viewer = try await authenticate(request)
    let reader = RequestReader(request: request, context: context, operation: operation)
    if case .events = operation.success {
      // The stream ends when the client goes: from here on the body belongs to that watch.
      let call = try reader.call(desk: desk, viewer: viewer, bytes: [])
      return try await operation.run(call).response(to: request)
    }
    let bytes = try await reader.bytes()
    let call = try reader.call(desk: desk, viewer: viewer, bytes: bytes)
    return try await operation.run(call).response(to: request)
  }

  private func authenticate(_ request: Request) async throws -> Viewer {
    guard
      let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer "),
      let secret = TokenSecret(String(header.dropFirst(7))),
      let viewer = try await desk.viewer(holding: secret)
    else { throw Problem(status: 401, code: "noToken") }
    return viewer
  }
}
