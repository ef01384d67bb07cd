/// The header fields of a message or part, in their order, repeated ones included.
package struct MailHeaders: Sendable, Hashable {
  /// One field: its name as written and what it says.
  package struct Field: Sendable, Hashable {
    /// As written, without the colon.
    package var name: String
    /// Unfolded and decoded (RFC 2047), without surrounding space.
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var fields: [Field]

  package init(_ fields: [Field] = []) {
    self.fields = fields
  }

  /// The first field of that name, whatever its case.
  package subscript(name: String) -> String? {
    fields.first { $0.name.isSameFieldName(as: name) }?.value
  }

  /// All fields of that name, whatever its case, in their order.
  package func all(_ name: String) -> [String] {
    fields.lazy.filter { $0.name.isSameFieldName(as: name) }.map(\.value)
  }
}

extension String {
  /// Field names are ASCII and their case says nothing (RFC 5322, 1.2.2).
  fileprivate func isSameFieldName(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return zip(utf8, other.utf8).allSatisfy { $0 == $1 || $0.isSameLetter(as: $1) }
  }
}

extension UInt8 {
  fileprivate func isSameLetter(as other: UInt8) -> Bool {
    self ^ other == 0x20 && (0x61...0x7a).contains(self | 0x20)
  }
}
