import Foundation

extension IMAPCommand {
  /// The command that signs in at a server of such capabilities.
  static func signIn(
    _ credentials: MailCredentials,
    capabilities: Set<String>
  ) throws(MailWireFailure) -> IMAPCommand {
    switch credentials {
    case .token(let user, let token):
      guard capabilities.contains("AUTH=XOAUTH2") else { throw .signInRefused(.noTokens) }
      let text = MailCredentials.bearer(user: user, accessToken: token)
      // The empty answer is to the server's reasons for a no.
      return .authenticate("XOAUTH2", text, capabilities, further: [""])
    case .password(let user, let password):
      if capabilities.contains("AUTH=PLAIN") {
        let text = MailCredentials.plain(user: user, password: password)
        return .authenticate("PLAIN", text, capabilities, further: [])
      }
      guard !capabilities.contains("LOGINDISABLED") else { throw .signInRefused(.noPasswords) }
      return IMAPCommand("LOGIN").string(user).string(password)
    }
  }

  /// Sends the text at once where the server takes that (RFC 4959).
  private static func authenticate(
    _ mechanism: String,
    _ text: String,
    _ capabilities: Set<String>,
    further: [String]
  ) -> IMAPCommand {
    let base64 = Data(text.utf8).base64EncodedString()
    let command = IMAPCommand("AUTHENTICATE", mechanism)
    return capabilities.contains("SASL-IR")
      ? command.word(base64).answering(further)
      : command.answering([base64] + further)
  }
}

extension MailRefusal {
  /// The server offers no sign-in by token.
  static let noTokens = MailRefusal(
    command: "AUTHENTICATE",
    code: "",
    isTemporary: false,
    words: "the server does not offer XOAUTH2"
  )

  /// The server offers no sign-in by password.
  static let noPasswords = MailRefusal(
    command: "AUTHENTICATE",
    code: "",
    isTemporary: false,
    words: "the server takes no passwords here"
  )
}

extension String {
  /// The text in Base64; empty if it is none.
  init(decodingBase64 text: String) {
    self = Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
