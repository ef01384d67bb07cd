import Crypto
import Foundation
import Storage

/// The `Message-ID` of what the account sends: it names the conversation, and nobody else can make
/// one.
///
/// As in `r.1a2b.3c4d.5e6f…@example.org`: conversation, number of the mail, and 128 bits of their
/// HMAC-SHA256 by the account's key.
struct MailToken: Sendable, Equatable {
  let conversation: ID<Conversation>
  let text: String

  init(conversation: ID<Conversation>, number: Int64, domain: String, key: MailKey) {
    let names = [conversation.raw, number].map { String($0, radix: 36) }
    self.conversation = conversation
    text = "r.\(names[0]).\(names[1]).\(key.signature(of: names.joined(separator: ".")))@\(domain)"
  }

  /// Reads a `Message-ID`; `nil` unless it was made with this key.
  init?(_ text: String, key: MailKey) {
    guard let local = text.split(separator: "@").first else { return nil }
    let parts = local.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "r", let conversation = Int64(parts[1], radix: 36),
      key.isRight(String(parts[3]), for: "\(parts[1]).\(parts[2])")
    else { return nil }
    self.conversation = ID(conversation)
    self.text = text
  }
}

/// The key with which an account signs what it sends.
struct MailKey: Sendable {
  fileprivate let key: SymmetricKey

  init(hex: String) { key = SymmetricKey(data: Data(hex.utf8)) }

  func signature(of text: String) -> String {
    HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key).prefix(16).hex
  }

  func isRight(_ signature: String, for text: String) -> Bool {
    let right = self.signature(of: text)
    // Compared by their digests, so that the time taken tells nothing.
    return SHA256.hash(data: Data(right.utf8)) == SHA256.hash(data: Data(signature.utf8))
  }
}

extension Work {
  /// The account's key for what it sends, made at first need.
  func mailKey() throws -> MailKey {
    let there = try rows("SELECT key FROM mail_key WHERE account_id = \(account)")
    if let row = there.first { return MailKey(hex: try row[0]) }
    try execute(
      """
      INSERT INTO mail_key (account_id, key) VALUES (\(account), \(String.randomHex(bytes: 32)))
      ON CONFLICT (account_id) DO NOTHING
      """
    )
    let made = try rows("SELECT key FROM mail_key WHERE account_id = \(account)")
    guard let row = made.first else { throw AccessFailure.noSuchAccount }
    return MailKey(hex: try row[0])
  }
}
