package import Hummingbird
package import ServiceDesk

/// What an operation gives.
package enum Answer: Sendable {
  case json(status: Int, [UInt8])
  case empty
  /// A file to be saved, never shown: it comes from anywhere.
  case file(bytes: [UInt8], name: String, type: String)
  /// Server-sent events, written until the client goes or the server stops.
  case events(@concurrent @Sendable (inout any ResponseBodyWriter) async throws -> Void)

  package init(_ stored: StoredAnswer) {
    self = stored.status == 204 ? .empty : .json(status: stored.status, Array(stored.body.utf8))
  }
}
