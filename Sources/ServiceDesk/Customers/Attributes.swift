import Foundation
package import Storage

/// What the account's own systems know of a record: up to 50 short values by name.
package struct Attributes: Sendable, Hashable, SQLConvertible {
  package static let most = 50

  package enum Value: Sendable, Hashable, Codable {
    case text(String), number(Double), flag(Bool)

    package init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .flag(let flag): try container.encode(flag)
      }
    }
  }

  package private(set) var values: [String: Value]

  package init() { values = [:] }

  /// Puts `changes` over the values; a change to `nil` takes the value away.
  ///
  /// - Throws: ``AttributesFailure/tooMany``.
  package func changed(by changes: [String: Value?]) throws(AttributesFailure) -> Attributes {
    var result = self
    for (name, value) in changes { result.values[name] = value }
    guard result.values.count <= Self.most else { throw .tooMany }
    return result
  }

  package static var sqlType: SQLType { .text }

  package var sqlValue: SQLValue {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Finite numbers, text and flags can always be encoded; the check stands at the entrance.
    let data = (try? encoder.encode(values)) ?? Data("{}".utf8)
    return .text(String(decoding: data, as: UTF8.self))
  }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    if text == "{}" {
      values = [:]
    } else if let values = try? JSONDecoder().decode([String: Value].self, from: Data(text.utf8)) {
      self.values = values
    } else {
      return nil
    }
  }
}

package enum AttributesFailure: String, Failure, CaseIterable {
  case tooMany = "tooManyAttributes"

  package var kind: FailureKind { .invalid }
  package var field: String? { "attributes" }
}
