package import Storage

/// A person who writes to the team, whatever the channel.
package struct Customer: Sendable, Equatable {
  package let id: ID<Customer>
  /// `nil` as long as nobody knows it.
  package let name: String?
  package let identities: [Identity]
  package let attributes: Attributes
  /// The customers merged into this one, directly.
  package let merged: [ID<Customer>]
  /// The customer into whom this one is merged, directly.
  package let mergedInto: ID<Customer>?
  /// Since when the customer cannot write in the chat; `nil` for nearly all.
  package let blockedAt: Timestamp?
  package let createdAt: Timestamp
  package let updatedAt: Timestamp

  /// A name of 1 to 200 Unicode scalars.
  package typealias Name = BoundedText<CustomerNameLimits>
}

extension Customer: Referable {
  package static let noun = "customer"
}

package enum CustomerNameLimits: TextLimits {
  package static let range = 1...200
  package static let field = "name"
}

/// A handle by which a customer is known on a channel.
package struct Identity: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
    case email, phone
    /// The customer's number in the account's own systems.
    case external
  }

  package let kind: Kind
  /// In the form in which identities are compared.
  package let value: String

  /// Brings the handle into the form in which identities of its kind are compared.
  ///
  /// - Throws: ``EmailAddressFailure``, ``PhoneNumberFailure``, or ``TextFailure`` unless an
  ///   external identity has 1 to 200 Unicode scalars.
  package init(kind: Kind, value: String) throws {
    switch kind {
    case .email: self = Identity(try EmailAddress(value))
    case .phone: self = Identity(try PhoneNumber(value))
    case .external:
      self.kind = kind
      self.value = try BoundedText<ExternalIdentityLimits>(value).text
    }
  }

  package init(_ address: EmailAddress) {
    kind = .email
    value = address.text
  }

  package init(_ number: PhoneNumber) {
    kind = .phone
    value = number.text
  }

  init(_ row: Row) throws {
    kind = try row[0]
    value = try row[1]
  }
}

package enum ExternalIdentityLimits: TextLimits {
  package static let range = 1...200
  package static let field = "externalID"
}

/// A telephone number in the international form of E.164: `+` and 7 to 15 digits.
package struct PhoneNumber: Sendable, Hashable {
  package let text: String

  /// Takes spaces, dots, dashes and brackets, and `00` for the `+`.
  package init(_ text: String) throws(PhoneNumberFailure) {
    var digits = text.trimmed.filter { !" .-()/\u{A0}".contains($0) }
    if digits.hasPrefix("00") { digits = "+" + digits.dropFirst(2) }
    guard digits.hasPrefix("+"), (7...15).contains(digits.dropFirst().count),
      digits.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
    else { throw .malformed }
    self.text = digits
  }
}

package enum PhoneNumberFailure: String, Failure, CaseIterable {
  case malformed = "malformedPhoneNumber"

  package var kind: FailureKind { .invalid }
  package var field: String? { "phone" }
}
