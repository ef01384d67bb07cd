package import Storage

/// A browser in which the chat was opened, bound to an inbox.
///
/// Who sits there is unknown until the account's own server vouches for it; what was merely typed
/// is a claim, which selects no customer, shows no history and redirects no answer.
package struct Visitor: Sendable, Equatable {
  package let id: ID<Visitor>
  package let inbox: ID<Inbox>
  /// Whose messages the visitor's are, as it was when they began; `nil` before the first.
  package let customer: ID<Customer>?
  /// The customer's number in the account's own systems, once it is proved.
  package let externalID: String?
  /// In which the browser speaks.
  package let language: LanguageTag
  /// The page on which the chat was last used.
  package let page: WebPage?
  package let claims: Claims
  package let isBlocked: Bool
  package let createdAt: Timestamp
  /// When the visitor last wrote something.
  package let lastSeenAt: Timestamp

  package var isProved: Bool { externalID != nil }

  /// What a visitor says without proof.
  package struct Claims: Sendable, Equatable {
    package var name: Customer.Name?
    package var email: EmailAddress?
    package var attributes: Attributes

    package init(
      name: Customer.Name? = nil,
      email: EmailAddress? = nil,
      attributes: Attributes = Attributes()
    ) {
      self.name = name
      self.email = email
      self.attributes = attributes
    }
  }
}

extension Visitor: Referable {
  package static let noun = "visitor"
}

/// The address of a page on the web, up to 2,000 Unicode scalars; no other kind of address, since
/// agents will follow it.
package struct WebPage: Sendable, Equatable, SQLConvertible {
  package let text: String

  /// - Returns: `nil` for anything else, which is not worth a refusal.
  package init?(_ text: String) {
    let text = text.trimmed
    let start = text.lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://"),
      text.unicodeScalars.count <= 2_000,
      !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
    else { return nil }
    self.text = text
  }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.text = text
  }
}

/// Why a visitor could not do something.
package enum ChatFailure: String, Failure, CaseIterable {
  /// The team wants to hear no more.
  case blocked
  /// The signature is not the inbox's secret's for this identity.
  case signatureWrong

  package var kind: FailureKind { self == .blocked ? .forbidden : .invalid }
  package var field: String? { self == .signatureWrong ? "signature" : nil }
}
