package import Foundation

/// A JSON value as it was read from a request.
package indirect enum JSON: Sendable, Equatable, Decodable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// - Throws: ``JSONFailure/malformed`` for anything that RFC 8259 does not allow, broken UTF-8
  ///   and more than 512 levels included.
  package init(parsing bytes: Data) throws(JSONFailure) {
    do {
      self = try JSONDecoder().decode(JSON.self, from: bytes)
    } catch {
      throw .malformed
    }
  }

  package init(from decoder: any Decoder) throws {
    // Texts first, for most values are: whatever is asked for in vain builds an error.
    let scalar = try decoder.singleValueContainer()
    if let text = try? scalar.decode(String.self) {
      self = .string(text)
    } else if let container = try? decoder.container(keyedBy: AnyKey.self) {
      self = .object(try Self.members(container))
    } else if var container = try? decoder.unkeyedContainer() {
      var items: [JSON] = []
      while !container.isAtEnd { items.append(try container.decode(JSON.self)) }
      self = .array(items)
    } else {
      self = try Self.scalar(scalar)
    }
  }

  private static func members(
    _ container: KeyedDecodingContainer<AnyKey>
  ) throws -> [String: JSON] {
    var members: [String: JSON] = [:]
    for key in container.allKeys {
      members[key.stringValue] = try container.decode(JSON.self, forKey: key)
    }
    return members
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSON {
    if container.decodeNil() { return .null }
    if let flag = try? container.decode(Bool.self) { return .bool(flag) }
    if let integer = try? container.decode(Int64.self) { return .integer(integer) }
    return .number(try container.decode(Double.self))
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// Why a body is no JSON.
package enum JSONFailure: Error, Equatable {
  case malformed
}

extension JSON {
  /// The member's value; `nil` where it is absent or null.
  package subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self, let value = members[name], value != .null else {
      return nil
    }
    return value
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }

  package var wholeNumber: Int? {
    switch self {
    case .integer(let integer): Int(exactly: integer)
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  package var items: [JSON]? { if case .array(let items) = self { items } else { nil } }

  package var members: [String: JSON]? {
    if case .object(let members) = self { members } else { nil }
  }
}
