/// A statement and its bound values, written as a string literal.
///
/// Interpolations become numbered placeholders (`$1`, understood by SQLite and PostgreSQL), never
/// text, so a statement cannot be injected into. An interpolated ``SQL`` is spliced in and
/// renumbered.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
  /// The text around the placeholders: one piece more than there are parameters.
  private let pieces: [String]

  /// The values to bind, in the order of their placeholders.
  package let parameters: [SQLParameter]

  /// For the compiler; a variable must never come this way.
  package init(stringLiteral text: String) {
    pieces = [text]
    parameters = []
  }

  package init(stringInterpolation parts: StringInterpolation) {
    pieces = parts.pieces
    parameters = parts.parameters
  }

  /// The statement with `$1`, `$2`, … in place of its values.
  package var text: String {
    var text = pieces[0]
    text.reserveCapacity(pieces.reduce(4 * parameters.count) { $0 + $1.utf8.count })
    for number in 1..<pieces.count {
      text += "$"
      text += String(number)
      text += pieces[number]
    }
    return text
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [String] = [""]
    fileprivate var parameters: [SQLParameter] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount + 1)
      parameters.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) {
      pieces[pieces.count - 1] += literal
    }

    package mutating func appendInterpolation<T: SQLConvertible>(_ value: T) {
      append(SQLParameter(type: T.sqlType, value: value.sqlValue))
    }

    package mutating func appendInterpolation<T: SQLConvertible>(_ value: T?) {
      append(SQLParameter(type: T.sqlType, value: value?.sqlValue ?? .null))
    }

    package mutating func appendInterpolation(_ sql: SQL) {
      appendLiteral(sql.pieces[0])
      pieces += sql.pieces.dropFirst()
      parameters += sql.parameters
    }

    /// Appends a value whose type is known only while the program runs.
    package mutating func append(_ parameter: SQLParameter) {
      parameters.append(parameter)
      pieces.append("")
    }

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
    interpolation.append(parameter)
    return SQL(stringInterpolation: interpolation)
  }

  /// The statements one after the other, with `separator` between them.
  package static func joined(_ parts: [SQL], by separator: SQL) -> SQL {
    var joined = StringInterpolation(literalCapacity: 0, interpolationCount: 2 * parts.count)
    for (index, part) in parts.enumerated() {
      if index > 0 { joined.appendInterpolation(separator) }
      joined.appendInterpolation(part)
    }
    return SQL(stringInterpolation: joined)
  }
}
