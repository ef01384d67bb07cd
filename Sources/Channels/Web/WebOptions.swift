/// What a web client may reach.
package struct WebOptions: Sendable, Hashable {
  /// Whether this machine and private networks are reached, besides what everybody can reach.
  package var allowsPrivate: Bool

  /// Whether `http:` is spoken, besides `https:`.
  package var allowsPlain: Bool

  /// A file of PEM certificates to trust instead of the system's.
  package var certificateAuthorities: String?

  package init(
    allowsPrivate: Bool = false,
    allowsPlain: Bool = false,
    certificateAuthorities: String? = nil
  ) {
    self.allowsPrivate = allowsPrivate
    self.allowsPlain = allowsPlain
    self.certificateAuthorities = certificateAuthorities
  }
}
