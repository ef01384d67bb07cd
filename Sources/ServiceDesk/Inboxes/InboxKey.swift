package import Storage

/// What a web page calls an inbox by: public, and beyond guessing all the same.
///
/// It names its account, so that it is looked up within that account like everything else.
package struct InboxKey: Sendable, Hashable, SQLConvertible {
  package let account: ID<Account>
  package let text: String

  /// Makes a new one from 128 random bits.
  package init(account: ID<Account>) {
    self.account = account
    text = "inbox_\(account)_\(String.randomHex(bytes: 16))"
  }

  /// Reads what ``text`` gives; `nil` for anything that cannot be a key.
  package init?(_ text: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "inbox", let account = ID<Account>(parts[1]),
      parts[2].utf8.count == 32
    else { return nil }
    self.account = account
    self.text = text
  }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.init(text)
  }
}
