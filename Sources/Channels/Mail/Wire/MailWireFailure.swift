/// What keeps mail from passing between here and a mail server.
package enum MailWireFailure: Error, Hashable, Sendable {
  /// The server's name has no address, or the look-up failed.
  case unresolved(host: String)

  /// Nothing answers at the server's address and port.
  case unreachable(String)

  /// The server was silent, or needed longer than allowed, in this step.
  case timedOut(MailStep)

  case untrusted(TLSProblem, String)
  case signInRefused(MailRefusal)
  case refused(MailRefusal)

  /// A message is larger than asked for; the connection can still be used.
  case tooBig(bytes: Int, limit: Int)

  /// The server has ended the connection, or it broke.
  case lost(String)

  /// The server says what the protocol does not admit.
  case garbled(String)

  /// Nothing was tried, since these settings or arguments cannot be used.
  case unusable(String)

  /// Nothing was tried, since a plain line to another machine is not allowed.
  case plainForbidden

  /// The task was cancelled; the connection is closed.
  case cancelled

  /// Whether the same may succeed later without anybody changing settings or the message.
  package var isTemporary: Bool {
    switch self {
    case .unresolved, .unreachable, .timedOut, .lost, .garbled, .cancelled: true
    case .untrusted, .tooBig, .unusable, .plainForbidden: false
    case .signInRefused(let refusal), .refused(let refusal): refusal.isTemporary
    }
  }

  /// The server's or the library's own words; empty where there are none.
  package var words: String {
    switch self {
    case .unreachable(let words), .untrusted(_, let words), .lost(let words), .garbled(let words),
      .unusable(let words):
      words
    case .signInRefused(let refusal), .refused(let refusal):
      [refusal.code, refusal.words].filter { !$0.isEmpty }.joined(separator: " ")
    case .unresolved(let host): host
    case .tooBig(let bytes, let limit): "\(bytes) > \(limit)"
    case .timedOut, .plainForbidden, .cancelled: ""
    }
  }
}
