/// How a user proves to a mail server who he is.
package enum MailCredentials: Sendable, Hashable {
  case password(user: String, password: String)

  /// An OAuth 2 access token, shown by XOAUTH2.
  case token(user: String, accessToken: String)

  /// Google's and Microsoft's `XOAUTH2`: <https://developers.google.com/gmail/imap/xoauth2-protocol>.
  static func bearer(user: String, accessToken: String) -> String {
    "user=\(user)\u{1}auth=Bearer \(accessToken)\u{1}\u{1}"
  }

  /// SASL `PLAIN` (RFC 4616).
  static func plain(user: String, password: String) -> String { "\0\(user)\0\(password)" }
}
