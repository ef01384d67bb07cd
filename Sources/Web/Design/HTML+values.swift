package import ServiceDesk

extension HTML.StringInterpolation {
  /// Writes a whole number in plain digits, as attributes need it.
  package mutating func appendInterpolation(_ number: Int) { appendInterpolation(String(number)) }

  /// Writes an identifier as everywhere outside.
  package mutating func appendInterpolation<Of>(_ id: ID<Of>) {
    appendInterpolation(id.description)
  }

  /// Writes markup that may be missing; nothing in its place.
  package mutating func appendInterpolation(_ html: HTML?) {
    if let html { appendInterpolation(html) }
  }
}

extension HTML {
  /// `markup` if `condition` holds, else nothing.
  package static func when(_ condition: Bool, _ markup: @autoclosure () -> HTML) -> HTML {
    condition ? markup() : ""
  }
}
