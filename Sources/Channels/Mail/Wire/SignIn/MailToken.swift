package import Foundation

/// What a provider gives for a user's leave.
package struct MailToken: Sendable, Hashable {
  /// To be shown to the mail servers until it expires.
  package var accessToken: String

  package var expiresAt: Date

  /// To be kept for the next access token; `nil` if the one used before stays valid.
  package var refreshToken: String?

  package init(accessToken: String, expiresAt: Date, refreshToken: String?) {
    self.accessToken = accessToken
    self.expiresAt = expiresAt
    self.refreshToken = refreshToken
  }
}

extension MailToken {
  /// What a provider answers (RFC 6749, section 5.1).
  private struct Answer: Decodable {
    var access_token: String
    var expires_in: Double?
    var refresh_token: String?
  }

  /// - Returns: `nil` if it is no such answer.
  init?(json: [UInt8], at now: Date) {
    // That it cannot be read is all that there is to know.
    guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(json)),
      !answer.access_token.isEmpty
    else { return nil }
    self.init(
      accessToken: answer.access_token,
      // An hour is what the large providers give.
      expiresAt: now.addingTimeInterval(min(max(answer.expires_in ?? 3_600, 0), 86_400 * 365)),
      refreshToken: answer.refresh_token
    )
  }
}
