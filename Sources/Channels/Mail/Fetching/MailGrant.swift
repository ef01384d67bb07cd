import Foundation
import ServiceDesk
import Storage

extension MailboxSecrets.Grant {
  /// The same grant with a fresh access token.
  ///
  /// - Throws: `MailTokenFailure`.
  func renewed(by web: WebClient, at now: Timestamp) async throws -> Self {
    let token = try await token(
      by: web,
      at: Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000)
    )
    var renewed = self
    renewed.accessToken = token.accessToken
    renewed.expiresAt = Int64(token.expiresAt.timeIntervalSince1970 * 1_000)
    renewed.refreshToken = token.refreshToken ?? refreshToken
    return renewed
  }

  /// A fresh access token.
  func token(by web: WebClient, at now: Date) async throws(MailTokenFailure) -> MailToken {
    let application = MailApplication(
      provider: MailProvider(
        authorizationAddress: "",
        tokenAddress: tokenAddress,
        scopes: scopes
      ),
      clientID: clientID,
      clientSecret: clientSecret,
      redirectAddress: ""
    )
    return try await MailTokenClient(application, web: web).token(refreshing: refreshToken, at: now)
  }
}
