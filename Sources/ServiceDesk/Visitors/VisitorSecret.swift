package import Storage

/// What a browser shows to be the same visitor again.
package struct VisitorSecret: Sendable, Equatable {
  private static let purpose = "vis"

  private let secret: AccountSecret

  /// Makes a new one.
  init(account: ID<Account>) { secret = AccountSecret(Self.purpose, account: account) }

  /// Reads what ``text`` gives; `nil` for anything that cannot be one.
  package init?(_ text: String) {
    guard let secret = AccountSecret(text, purpose: Self.purpose) else { return nil }
    self.secret = secret
  }

  package var account: ID<Account> { secret.account }
  /// What the browser sends.
  package var text: String { secret.text }
  package var hash: BlobHash { secret.hash }
}
