import HTTPTypes
import ServiceDesk

/// One thing the chat in a web page can do.
struct ChatRoute: Sendable {
  /// Declares the request, below `/widget/v1`.
  let operation: Operation
  /// Whether it takes no token.
  let isOpen: Bool
  /// What a visitor may do of it.
  let limit: RateLimit?
  /// What an address may do of it.
  let addressLimit: RateLimit?
  /// Whether its answers are always the same.
  let isForEver: Bool

  init(
    _ operation: Operation,
    isOpen: Bool = false,
    limit: RateLimit? = nil,
    addressLimit: RateLimit? = nil,
    isForEver: Bool = false
  ) {
    self.operation = operation
    self.isOpen = isOpen
    self.limit = limit
    self.addressLimit = addressLimit
    self.isForEver = isForEver
  }

  /// The whole path, with parameters in braces.
  var fullPath: String { ChatRoutes.root + operation.path }
}
