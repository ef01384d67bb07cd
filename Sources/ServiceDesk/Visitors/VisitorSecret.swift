package import Storage

/// What a browser shows to be the same visitor again; the database keeps its hash.
///
/// It names its account, so that it is looked up within that account like everything else.
package struct VisitorSecret: Sendable, Equatable {
  package let account: ID<Account>
  private let secret: String

  /// Makes a new one from 256 random bits.
  init(account: ID<Account>) {
    self.account = account
    secret = .randomHex(bytes: 32)
  }

  /// Reads what ``text`` gives; `nil` for anything that cannot be one.
  package init?(_ text: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "vis", let account = ID<Account>(parts[1]),
      parts[2].utf8.count == 64
    else { return nil }
    self.account = account
    secret = String(parts[2])
  }

  /// What the browser sends.
  package var text: String { "vis_\(account)_\(secret)" }

  /// A fast hash serves: nobody guesses 256 random bits.
  package var hash: BlobHash { BlobHash(of: Array(text.utf8)) }
}
