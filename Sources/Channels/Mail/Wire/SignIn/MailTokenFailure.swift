import Foundation

/// Why a provider gives no access token.
package enum MailTokenFailure: Error, Hashable, Sendable {
  /// The user's leave has ended, by him, by time or by a new password: he must sign in again.
  case signInAgain(String)

  /// The provider refuses with that code (RFC 6749, section 5.2), in its own words.
  case refused(code: String, words: String)

  /// The provider has trouble of its own, of that HTTP status.
  case unavailable(status: Int)

  /// The provider answers what the standard does not admit.
  case garbled(status: Int)

  case unreachable(WebFailure)

  /// Whether the same may succeed later without anybody doing anything.
  package var isTemporary: Bool {
    switch self {
    case .signInAgain, .refused: false
    case .unavailable, .garbled: true
    case .unreachable(let failure): failure.isTemporary
    }
  }

  /// The provider's or the line's own words; empty where there are none.
  package var words: String {
    switch self {
    case .signInAgain(let words): words
    case .refused(let code, let words): [code, words].filter { !$0.isEmpty }.joined(separator: " ")
    case .unavailable(let status), .garbled(let status): "HTTP \(status)"
    case .unreachable(let failure): failure.words
    }
  }
}

extension MailTokenFailure {
  private struct Answer: Decodable {
    var error: String
    var error_description: String?
  }

  /// Reads a provider's no.
  init(status: Int, json: [UInt8]) {
    guard status < 500, status != 429 else {
      self = .unavailable(status: status)
      return
    }
    // That it cannot be read is all that there is to know.
    guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(json)) else {
      self = .garbled(status: status)
      return
    }
    let words = String((answer.error_description ?? "").prefix(1_000))
    switch answer.error {
    case "invalid_grant", "interaction_required": self = .signInAgain(words)
    case "temporarily_unavailable": self = .unavailable(status: status)
    default: self = .refused(code: String(answer.error.prefix(100)), words: words)
    }
  }
}
