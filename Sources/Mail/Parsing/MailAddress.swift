/// A person or list as a header of a mail names it.
package struct MailAddress: Sendable, Hashable {
  /// Decoded; `nil` where the header gives none.
  package var name: String?
  /// As written, without angle brackets, like `sara@example.org`.
  ///
  /// Nothing says that it can be delivered.
  package var address: String

  package init(name: String? = nil, address: String) {
    self.name = name
    self.address = address
  }
}
