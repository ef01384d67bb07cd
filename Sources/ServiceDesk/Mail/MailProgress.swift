/// How far a mail has got with its recipients, once a server has taken it for some of them only.
package struct MailProgress: Sendable, Equatable, Codable {
  /// Somebody for whom no server takes the mail.
  package struct Refusal: Sendable, Equatable, Codable {
    package let address: EmailAddress
    /// The server's, or those of whatever kept it from being reached.
    package let words: String
    /// As in `5.1.1` (RFC 3463).
    package let status: String?

    package init(address: EmailAddress, words: String, status: String? = nil) {
      self.address = address
      self.words = words
      self.status = status
    }
  }

  /// Who is still to get it.
  package var pending: [EmailAddress]
  /// Who does not get it.
  package var refused: [Refusal]
}

extension OutgoingMail {
  /// Who is still to get it.
  package var pending: [EmailAddress] {
    progress?.pending ?? letter.recipients.all.map(\.address)
  }
}

extension MailProgress {
  /// As the recipients' servers would have reported it; `nil` where nobody was refused.
  func bounce(of rfcID: String) -> MailBounce? {
    guard !refused.isEmpty else { return nil }
    let statuses = Set(refused.map(\.status))
    return MailBounce(
      recipients: refused.map(\.address.text),
      status: statuses.count == 1 ? refused.first?.status : nil,
      originalID: rfcID
    )
  }
}

extension [MailProgress.Refusal] {
  /// What was said, recipient by recipient; `nil` where nobody was refused.
  var words: String? {
    guard !isEmpty else { return nil }
    let all = map { "\($0.address.text): \($0.words)" }.joined(separator: "; ")
    return String(all.unicodeScalars.prefix(OutgoingMail.longestError))
  }
}
