import Foundation
package import Storage

/// A value that a column keeps whole, as JSON with sorted keys: for what is never searched by.
package struct StoredJSON<Value: Codable & Sendable & Equatable>: Sendable, Equatable,
  SQLConvertible
{
  package let value: Value

  private let text: String

  /// - Throws: `EncodingError` for a value that JSON cannot hold, such as a number that is none.
  package init(_ value: Value) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self.value = value
    text = String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue,
      // What cannot be read any more is reported by the row as an unexpected value.
      let value = try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
    else { return nil }
    self.value = value
    self.text = text
  }
}
