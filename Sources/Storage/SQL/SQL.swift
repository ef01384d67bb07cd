/// A statement and its bound values, written as a string literal.
///
/// Interpolations become numbered placeholders (`$1`, understood by SQLite and PostgreSQL), never
/// text, so a statement cannot be injected into. An interpolated ``SQL`` is spliced in and
/// renumbered.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
  fileprivate enum Segment { case text(String), parameter(SQLParameter) }
  private let segments: [Segment]

  /// For the compiler; a variable must never come this way.
  package init(stringLiteral text: String) { segments = [.text(text)] }

  package init(stringInterpolation parts: StringInterpolation) { segments = parts.segments }

  /// The values to bind, in the order of their placeholders.
  package var parameters: [SQLParameter] {
    segments.compactMap { if case .parameter(let parameter) = $0 { parameter } else { nil } }
  }

  /// The statement with `$1`, `$2`, … in place of its values.
  package var text: String {
    var text = ""
    var count = 0
    for segment in segments {
      switch segment {
      case .text(let part): text += part
      case .parameter:
        count += 1
        text += "$\(count)"
      }
    }
    return text
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var segments: [Segment] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      segments.reserveCapacity(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) { segments.append(.text(literal)) }

    package mutating func appendInterpolation<T: SQLConvertible>(_ value: T) {
      segments.append(.parameter(SQLParameter(type: T.sqlType, value: value.sqlValue)))
    }

    package mutating func appendInterpolation<T: SQLConvertible>(_ value: T?) {
      segments.append(.parameter(SQLParameter(type: T.sqlType, value: value?.sqlValue ?? .null)))
    }

    package mutating func appendInterpolation(_ sql: SQL) { segments += sql.segments }

    /// The values in brackets, for `IN`; without values the list is `(NULL)`, which holds nothing.
    package mutating func appendInterpolation<T: SQLConvertible>(list values: [T]) {
      guard let first = values.first else { return appendLiteral("(NULL)") }
      appendLiteral("(")
      appendInterpolation(first)
      for value in values.dropFirst() {
        appendLiteral(", ")
        appendInterpolation(value)
      }
      appendLiteral(")")
    }
  }
}

extension SQL {
  /// The name of a table or column that was read from a schema, quoted.
  static func identifier(_ name: String) -> SQL {
    SQL(stringLiteral: "\"\(name.replacing("\"", with: "\"\""))\"")
  }

  /// A value whose type is known only while the program runs.
  static func parameter(_ parameter: SQLParameter) -> SQL {
    var interpolation = StringInterpolation(literalCapacity: 0, interpolationCount: 1)
    interpolation.segments.append(.parameter(parameter))
    return SQL(stringInterpolation: interpolation)
  }

  /// The statements one after the other, with `separator` between them.
  package static func joined(_ parts: [SQL], by separator: SQL) -> SQL {
    guard let first = parts.first else { return "" }
    return parts.dropFirst().reduce(first) { "\($0)\(separator)\($1)" }
  }
}
