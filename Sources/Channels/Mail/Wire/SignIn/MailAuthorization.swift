import Crypto
import Foundation

/// One request for a user's leave to open his mailbox (RFC 6749, section 4.1, with RFC 7636).
///
/// To be kept until the user comes back, and then used once; nobody else may learn the verifier.
package struct MailAuthorization: Sendable, Hashable {
  /// What the provider repeats, by which the answer is known to belong to this request.
  package let state: String

  /// What proves that the code is used by whom the user was sent by.
  package let verifier: String

  /// One with a state and a verifier that nobody can guess.
  package init() {
    state = Self.secret()
    verifier = Self.secret()
  }

  /// One that was kept.
  package init(state: String, verifier: String) {
    self.state = state
    self.verifier = verifier
  }

  /// Where the user is to be sent.
  ///
  /// The hint is the mailbox's address, which spares the user the choice among his accounts.
  package func address(for application: MailApplication, hint: String?) -> String {
    var parameters = application.provider.parameters
    parameters["response_type"] = "code"
    parameters["client_id"] = application.clientID
    parameters["redirect_uri"] = application.redirectAddress
    parameters["scope"] = application.provider.scopes.joined(separator: " ")
    parameters["state"] = state
    parameters["code_challenge"] = Self.base64URL(SHA256.hash(data: Data(verifier.utf8)))
    parameters["code_challenge_method"] = "S256"
    parameters["login_hint"] = hint
    return "\(application.provider.authorizationAddress)?\(WebForm.text(parameters))"
  }

  /// 256 bits, as 43 letters and digits (RFC 7636, section 4.1).
  private static func secret() -> String {
    SymmetricKey(size: .bits256).withUnsafeBytes { base64URL($0) }
  }

  private static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
