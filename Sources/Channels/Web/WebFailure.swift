/// Why there is no answer from a web server.
package enum WebFailure: Error, Hashable, Sendable {
  /// The address or a header field cannot be used; nothing was tried.
  case unusable

  case unresolved
  case unreachable(String)

  /// The server, or one that it sent on to, is in a network that is nobody else's business.
  case privateAddress

  case untrusted(String)
  case timedOut
  case tooBig(limit: Int)
  case tooManyRedirects
  case lost(String)
  case cancelled

  /// What the line said, and else what happened.
  package var words: String {
    switch self {
    case .unreachable(let words), .untrusted(let words), .lost(let words): words
    case .unusable: "the address cannot be used"
    case .unresolved: "the server's name has no address"
    case .privateAddress: "the server is in a private network"
    case .timedOut: "no answer in time"
    case .tooBig(let limit): "more than \(limit) bytes"
    case .tooManyRedirects: "it is sent on too often"
    case .cancelled: "cancelled"
    }
  }

  /// Whether the same may succeed later.
  package var isTemporary: Bool {
    switch self {
    case .unresolved, .unreachable, .timedOut, .lost, .cancelled: true
    case .unusable, .privateAddress, .untrusted, .tooBig, .tooManyRedirects: false
    }
  }
}
