/// What a JSON value may be: checks requests and describes itself in JSON Schema.
package indirect enum Schema: Sendable {
  /// Lengths in Unicode scalars, as JSON Schema counts them.
  case string(length: ClosedRange<Int> = 0...100_000, format: StringFormat = .any)
  case choice([String])
  case integer(ClosedRange<Int>)
  case number
  case boolean
  case array(Schema, most: Int)
  /// Closed: no other members.
  case object([Member], atLeast: Int = 0)
  /// Members of any name with values of one kind.
  case map(Schema, most: Int)
  case nullable(Schema)
  case either([Schema])
  /// A schema that the document names, and describes once.
  case named(String, Schema)

  package struct Member: Sendable {
    package let name: String
    package let schema: Schema
    package let isRequired: Bool
    package let summary: String?

    /// A member that must be there.
    package static func required(_ name: String, _ schema: Schema, _ summary: String? = nil)
      -> Member
    {
      Member(name: name, schema: schema, isRequired: true, summary: summary)
    }

    /// A member that may be absent.
    package static func optional(_ name: String, _ schema: Schema, _ summary: String? = nil)
      -> Member
    {
      Member(name: name, schema: schema, isRequired: false, summary: summary)
    }
  }
}

/// What a string must look like beyond its length.
package enum StringFormat: Sendable {
  case any
  /// Holds something besides white space, and no NUL.
  case words
  /// An identifier of this installation.
  case id
  /// A position in the event log.
  case position
  /// RFC 3339.
  case time
  /// Visible ASCII characters alone.
  case key

  /// The regular expression that says it, in the form of ECMA-262.
  var pattern: String? {
    switch self {
    case .any, .time: nil
    case .words: #"^[^\u0000]*[^\s\u0000][^\u0000]*$"#
    case .id: "^[1-9][0-9]{0,18}$"
    case .position: "^[0-9]{1,18}$"
    case .key: "^[!-~]+$"
    }
  }

  var name: String? { self == .time ? "date-time" : nil }
}

extension Schema {
  package static let id = Schema.string(length: 1...19, format: .id)
  package static let time = Schema.string(length: 10...40, format: .time)

  /// A list's answer: a window of items and where the next one begins.
  package static func page(of item: Schema, most: Int = 200) -> Schema {
    .object([
      .required("items", .array(item, most: most)),
      .required("next", .nullable(.string(length: 1...200)), "Pass it as cursor; null at the end"),
    ])
  }
}
