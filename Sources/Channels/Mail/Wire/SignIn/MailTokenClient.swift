package import Foundation

/// Gets access tokens from a provider of mailboxes.
package struct MailTokenClient: Sendable {
  private let application: MailApplication
  private let web: WebClient

  package init(_ application: MailApplication, web: WebClient) {
    self.application = application
    self.web = web
  }

  /// The first token, for the code with which the user came back (RFC 6749, section 4.1.3).
  package func token(
    for code: String,
    of authorization: MailAuthorization,
    at now: Date
  ) async throws(MailTokenFailure) -> MailToken {
    try await token(
      for: [
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": application.redirectAddress,
        "code_verifier": authorization.verifier,
      ],
      at: now
    )
  }

  /// A further token (RFC 6749, section 6).
  ///
  /// - Throws: `signInAgain` once the user's leave has ended.
  package func token(
    refreshing refreshToken: String,
    at now: Date
  ) async throws(MailTokenFailure) -> MailToken {
    try await token(
      for: [
        "grant_type": "refresh_token",
        "refresh_token": refreshToken,
        "scope": application.provider.scopes.joined(separator: " "),
      ],
      at: now
    )
  }

  private func token(
    for parameters: [String: String],
    at now: Date
  ) async throws(MailTokenFailure) -> MailToken {
    var parameters = parameters
    parameters["client_id"] = application.clientID
    parameters["client_secret"] = application.clientSecret
    let request = WebRequest(
      application.provider.tokenAddress,
      method: .post(Array(WebForm.text(parameters).utf8), type: WebForm.type),
      headers: ["Accept": "application/json"],
      sizeLimit: 65_536
    )
    let response: WebResponse
    do throws(WebFailure) {
      response = try await web.answer(to: request)
    } catch {
      throw .unreachable(error)
    }
    guard response.status == 200 else {
      throw MailTokenFailure(status: response.status, json: response.body)
    }
    guard let token = MailToken(json: response.body, at: now) else { throw .garbled(status: 200) }
    return token
  }
}
