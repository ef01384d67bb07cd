/// How patient and how strict a connection to a mail server is.
package struct MailWireOptions: Sendable, Hashable {
  /// For looking up, connecting, TLS and the greeting together.
  package var connectLimit: Duration

  /// How long the server may be silent within an operation.
  package var silenceLimit: Duration

  /// How long the server may be silent once it has a whole message to send on: if it took the message
  /// and we had gone, the message would be sent twice (RFC 5321, section 4.5.3.2.6).
  package var deliveryLimit: Duration

  /// How long one operation may take, however busily the server talks.
  package var operationLimit: Duration

  /// As what to greet SMTP servers (RFC 5321, section 4.1.4): this machine's full domain name, or an
  /// address in brackets where it has none.
  package var ownName: String

  /// A file of PEM certificates to trust instead of the system's.
  package var certificateAuthorities: String?

  /// Whether a line may be plain to servers that are not on this machine.
  package var allowsPlain: Bool

  package init(
    connectLimit: Duration = .seconds(30),
    silenceLimit: Duration = .seconds(60),
    deliveryLimit: Duration = .seconds(600),
    operationLimit: Duration = .seconds(1_200),
    ownName: String = "[127.0.0.1]",
    certificateAuthorities: String? = nil,
    allowsPlain: Bool = false
  ) {
    self.connectLimit = connectLimit
    self.silenceLimit = silenceLimit
    self.deliveryLimit = deliveryLimit
    self.operationLimit = operationLimit
    self.ownName = ownName
    self.certificateAuthorities = certificateAuthorities
    self.allowsPlain = allowsPlain
  }
}
