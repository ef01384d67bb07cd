/// Why bytes are no mail at all.
package enum MailFailure: String, Error, CaseIterable {
  /// Nothing but white space and control characters.
  case empty
  /// No line that could be a header field stands before the first empty line.
  case noHeader
}
