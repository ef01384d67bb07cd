/// A server that holds or passes on mail, and how it is spoken to.
package struct MailHost: Sendable, Hashable {
  /// How the line is kept from others.
  package enum Security: String, Sendable, CaseIterable {
    /// TLS from the first byte on.
    case tls
    /// Plain at first, then TLS or nothing.
    case startTLS = "starttls"
    /// Plain: for a server on the same machine alone.
    case none
  }

  package var name: String
  package var port: Int
  package var security: Security

  package init(name: String, port: Int, security: Security) {
    self.name = name
    self.port = port
    self.security = security
  }
}
