package import Storage

/// A row identifier that cannot be confused with another table's; a string in JSON.
package struct ID<Of>: Sendable, Hashable, Comparable, SQLConvertible, Codable,
  CustomStringConvertible
{
  package let raw: Int64

  package init(_ raw: Int64) { self.raw = raw }

  /// - Parameter text: as ``description`` gives it; anything else is no identifier.
  package init?(_ text: some StringProtocol) {
    guard let raw = Int64(text), raw > 0, String(raw) == text else { return nil }
    self.init(raw)
  }

  package static var sqlType: SQLType { .integer }
  package var sqlValue: SQLValue { .integer(raw) }

  package init?(sqlValue: SQLValue) {
    guard let raw = Int64(sqlValue: sqlValue) else { return nil }
    self.init(raw)
  }

  package var description: String { String(raw) }

  package static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no identifier")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
