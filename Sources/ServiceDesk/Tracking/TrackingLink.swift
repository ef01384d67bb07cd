import Storage

/// The secret by which a customer follows one conversation: whoever holds it sees what the customer
/// sees of that conversation, and may write in it.
///
/// As in `1a2b.3c4d.5e6f…`: account, conversation, and 128 bits of their HMAC-SHA256 by the
/// account's key, so that nobody can guess one and none has to be kept.
package struct TrackingLink: Sendable, Hashable {
  package let account: ID<Account>
  package let text: String

  let conversation: ID<Conversation>
  private let signature: String

  /// - Returns: `nil` for what no link looks like; whether it is one shows when it is used.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= 100, parts.count == 3, let account = Int64(parts[0], radix: 36),
      let conversation = Int64(parts[1], radix: 36)
    else { return nil }
    self.account = ID(account)
    self.conversation = ID(conversation)
    self.text = text
    signature = String(parts[2])
  }

  fileprivate init(to conversation: ID<Conversation>, of account: ID<Account>, key: MailKey) {
    self.account = account
    self.conversation = conversation
    let names = Self.names(account, conversation)
    signature = key.signature(of: Self.signed(names))
    text = "\(names).\(signature)"
  }

  fileprivate func isRight(for account: ID<Account>, key: MailKey) -> Bool {
    self.account == account
      && key.isRight(signature, for: Self.signed(Self.names(account, conversation)))
  }

  private static func names(_ account: ID<Account>, _ conversation: ID<Conversation>) -> String {
    [account.raw, conversation.raw].map { String($0, radix: 36) }.joined(separator: ".")
  }

  /// Unlike anything else that the key signs.
  private static func signed(_ names: String) -> String { "track.\(names)" }
}

extension Work {
  func trackingLink(to conversation: ID<Conversation>) throws -> TrackingLink {
    TrackingLink(to: conversation, of: account, key: try mailKey())
  }

  /// - Throws: ``AccessFailure/noSuchConversation`` for a link that was not made here.
  func requireTracked(_ link: TrackingLink) throws -> ID<Conversation> {
    // A link can have been made only with a key that is there.
    let keys = try rows("SELECT key FROM mail_key WHERE account_id = \(account)")
    guard let row = keys.first, link.isRight(for: account, key: MailKey(hex: try row[0])) else {
      throw AccessFailure.noSuchConversation
    }
    return link.conversation
  }
}
