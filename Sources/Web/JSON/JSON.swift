/// A JSON value as it was read from a request.
package indirect enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// - Throws: ``JSONFailure/malformed`` for anything that RFC 8259 does not allow, broken UTF-8,
  ///   lone surrogates and more than 512 levels included.
  package init(parsing bytes: some Sequence<UInt8>) throws(JSONFailure) {
    var reader = JSONReader(Array(bytes))
    self = try reader.document()
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
