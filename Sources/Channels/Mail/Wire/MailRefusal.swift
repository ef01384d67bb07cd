/// A mail server's no, in its own words.
package struct MailRefusal: Sendable, Hashable {
  /// What was asked for: the command's name, as in `SELECT` or `RCPT TO`.
  package var command: String

  /// The reply code and enhanced status (RFC 3463), as in `550 5.1.1`, or IMAP's response code (RFC
  /// 5530), as in `OVERQUOTA`; empty if the server gave none.
  package var code: String

  /// Whether the same may succeed later.
  package var isTemporary: Bool

  /// At most 1,000 characters, on one line and without control characters.
  package var words: String

  package init(command: String, code: String, isTemporary: Bool, words: String) {
    self.command = command
    self.code = code
    self.isTemporary = isTemporary
    // They are shown on pages, in logs and on terminals.
    let scalars = words.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    self.words = String(String.UnicodeScalarView(scalars).prefix(1_000))
  }
}

extension MailRefusal {
  /// The no of a server that refuses already by its first words, of either protocol.
  init(greeting: String) {
    let code = greeting.prefix { $0.isASCII && $0.isNumber }
    self.init(
      command: "greeting",
      code: String(code),
      // A 5 is for good (RFC 5321, 4.2.1); IMAP's BYE says nothing of how long.
      isTemporary: !code.hasPrefix("5"),
      words: greeting
    )
  }
}
