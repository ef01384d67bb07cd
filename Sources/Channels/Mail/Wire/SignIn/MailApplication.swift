/// This installation as a provider of mailboxes knows it (RFC 6749, section 2).
package struct MailApplication: Sendable, Hashable {
  package var provider: MailProvider
  package var clientID: String

  /// `nil` for one that is registered without.
  package var clientSecret: String?

  /// Where the provider sends the user back to, exactly as registered.
  package var redirectAddress: String

  package init(
    provider: MailProvider,
    clientID: String,
    clientSecret: String?,
    redirectAddress: String
  ) {
    self.provider = provider
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.redirectAddress = redirectAddress
  }
}
