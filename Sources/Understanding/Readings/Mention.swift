/// Something named in a text, with the place where it stands.
package struct Mention: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case question
    case amount
    case date
    case orderNumber = "order_number"
    case email
    case phone
    /// A payment card's number whose check digit is right (ISO/IEC 7812-1, Luhn).
    case card
    /// An IBAN whose check digits are right (ISO 13616).
    case iban
    /// A national number whose check digit is right: Iran's, Greece's AFM and AMKA.
    case nationalNumber = "national_number"

    /// Tells who somebody is or what they own, and is masked where others might see it.
    package var isPersonal: Bool {
      switch self {
      case .email, .phone, .card, .iban, .nationalNumber: true
      case .question, .amount, .date, .orderNumber: false
      }
    }
  }

  package let kind: Kind
  /// The first scalar and the one after the last, counted in Unicode scalars of the text.
  package let start: Int
  package let end: Int
  /// As written.
  package let text: String

  package init(kind: Kind, start: Int, end: Int, text: String) {
    self.kind = kind
    self.start = start
    self.end = end
    self.text = text
  }
}
