import Foundation

extension SMTPSession {
  /// Proves who the user is (RFC 4954), by the best way that both sides know.
  func signIn(_ credentials: MailCredentials) throws(MailWireFailure) {
    begin(.signIn)
    let mechanisms = Set((extensions["AUTH"] ?? "").uppercased().split(separator: " "))
    var reply: SMTPReply
    switch credentials {
    case .token(let user, let token):
      guard mechanisms.contains("XOAUTH2") else { throw .signInRefused(.noTokens) }
      reply = try ask(
        "AUTH XOAUTH2 \(base64(MailCredentials.bearer(user: user, accessToken: token)))"
      )
      // Here come the reasons for a no, which follows when they are acknowledged.
      if reply.code == 334 { reply = try ask("") }
    case .password(let user, let password) where mechanisms.contains("PLAIN"):
      reply = try ask("AUTH PLAIN \(base64(MailCredentials.plain(user: user, password: password)))")
    case .password(let user, let password):
      guard mechanisms.contains("LOGIN") else { throw .signInRefused(.noPasswords) }
      reply = try ask("AUTH LOGIN")
      if reply.code == 334 { reply = try ask(base64(user)) }
      if reply.code == 334 { reply = try ask(base64(password)) }
    }
    guard reply.code == 235 else { throw .signInRefused(reply.refusal(of: "AUTH")) }
  }

  private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
