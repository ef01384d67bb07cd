package import HTTPTypes
package import ServiceDesk

/// One thing the API can do: what it is called, takes, gives and does, declared once.
///
/// The router, the checks of requests, the OpenAPI document and the tests all go by it.
package struct Operation: Sendable {
  /// A parameter of the query string.
  package struct Parameter: Sendable {
    package let name: String
    package let schema: Schema
    package let summary: String
    package let isRequired: Bool

    package init(_ name: String, _ schema: Schema, _ summary: String, isRequired: Bool = false) {
      self.name = name
      self.schema = schema
      self.summary = summary
      self.isRequired = isRequired
    }
  }

  package enum Body: Sendable {
    case none
    case json(Schema)
    /// Any bytes, at most so many.
    case bytes(most: Int)
  }

  /// What a success gives.
  package enum Success: Sendable {
    case json(status: Int, Schema)
    case empty
    /// A file.
    case bytes
    /// Server-sent events, without end.
    case events
  }

  package let method: HTTPRequest.Method
  /// Below `/api/v1`, with parameters in braces; each is an identifier.
  package let path: String
  /// The names of the path's parameters, in order.
  package let pathParameters: [String]
  package let name: String
  package let summary: String
  package let scopes: Scopes
  package let query: [Parameter]
  package let body: Body
  package let success: Success
  /// Statuses of failures beyond those that every operation can have.
  package let failures: Set<Int>
  package let run: @Sendable (Call) async throws -> Answer

  package init(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ name: String,
    _ summary: String,
    scopes: Scopes,
    query: [Parameter] = [],
    body: Body = .none,
    success: Success,
    failures: Set<Int> = [],
    run: @escaping @Sendable (Call) async throws -> Answer
  ) {
    self.method = method
    self.path = path
    pathParameters =
      path.split(separator: "/").filter { $0.hasPrefix("{") }
      .map { String($0.dropFirst().dropLast()) }
    self.name = name
    self.summary = summary
    self.scopes = scopes
    self.query = query
    self.body = body
    self.success = success
    self.failures = failures
    self.run = run
  }

  package static let root = "/api/v1"

  /// The whole path, with parameters in braces.
  package var fullPath: String { Self.root + path }

  /// Whether it changes something, and so takes an `Idempotency-Key`.
  package var isWrite: Bool { method != .get }
}

extension Operation.Parameter {
  /// The parameters of every list.
  package static let window = [
    Operation.Parameter("limit", .integer(1...Window.mostItems), "How many items at most"),
    Operation.Parameter("cursor", .string(length: 1...200), "The member next of the window before"),
  ]
}
