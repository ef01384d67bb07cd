/// What is done with a mail server, in order.
package enum MailStep: String, Sendable, Hashable, CaseIterable {
  /// Its name is looked up.
  case resolve
  /// It is reached by TCP.
  case connect
  /// TLS is agreed upon, and it greets.
  case secure
  case signIn
  /// The folders are listed.
  case list
  /// A folder is opened, and its newest message fetched.
  case fetch
  case send
}
