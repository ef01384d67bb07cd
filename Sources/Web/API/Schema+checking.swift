import Storage

/// What is wrong with a member of a request.
package struct Fault: Sendable, Equatable {
  /// A JSON pointer (RFC 6901) into the body, or the name of a parameter.
  package let pointer: String
  /// What was found, and what would be right; as the problem says where `nil`.
  package let detail: String?
}

extension Schema {
  /// All that is wrong with `value`, the first twenty faults at most.
  package func faults(in value: JSON) -> [Fault] {
    var faults: [Fault] = []
    check(value, at: "", into: &faults)
    return Array(faults.prefix(20))
  }

  private func check(_ value: JSON, at pointer: String, into faults: inout [Fault]) {
    switch self {
    case .named(_, let schema): schema.check(value, at: pointer, into: &faults)
    case .nullable(let schema):
      if value != .null { schema.check(value, at: pointer, into: &faults) }
    case .either(let schemas):
      guard !schemas.contains(where: { $0.faults(in: value).isEmpty }) else { return }
      faults.append(
        .init(pointer: pointer, detail: "\(value.kind) found; \(expectation) is needed")
      )
    case .array(let item, let most):
      guard let items = value.items else { return mismatch(value, at: pointer, into: &faults) }
      if items.count > most {
        faults.append(
          .init(pointer: pointer, detail: "\(items.count) items found; at most \(most) are allowed")
        )
      }
      for (index, element) in items.prefix(most).enumerated() {
        item.check(element, at: "\(pointer)/\(index)", into: &faults)
      }
    case .object(let members, let least):
      checkObject(members, atLeast: least, value, at: pointer, into: &faults)
    case .map(let item, let most):
      guard let members = value.members else { return mismatch(value, at: pointer, into: &faults) }
      if members.count > most {
        faults.append(
          .init(
            pointer: pointer,
            detail: "\(members.count) members found; at most \(most) are allowed"
          )
        )
      }
      for (name, element) in members {
        if !(1...100).contains(name.unicodeScalars.count) || name.unicodeScalars.contains("\0") {
          faults.append(
            .init(pointer: pointer, detail: "a name has 1 to 100 characters and no NUL")
          )
        }
        item.check(element, at: "\(pointer)/\(name.escapedForPointer)", into: &faults)
      }
    default:
      if !allows(value) { mismatch(value, at: pointer, into: &faults) }
    }
  }

  private func checkObject(
    _ members: [Member],
    atLeast least: Int,
    _ value: JSON,
    at pointer: String,
    into faults: inout [Fault]
  ) {
    guard let found = value.members else { return mismatch(value, at: pointer, into: &faults) }
    for member in members {
      let place = "\(pointer)/\(member.name)"
      if let element = found[member.name] {
        member.schema.check(element, at: place, into: &faults)
      } else if member.isRequired {
        faults.append(
          .init(pointer: place, detail: "missing; \(member.schema.expectation) is needed")
        )
      }
    }
    for name in found.keys.sorted() where !members.contains(where: { $0.name == name }) {
      faults.append(
        .init(
          pointer: "\(pointer)/\(name.escapedForPointer)",
          detail: "unknown; known are \(members.map(\.name).joined(separator: ", "))"
        )
      )
    }
    if found.count < least {
      faults.append(.init(pointer: pointer, detail: "at least \(least) member is needed"))
    }
  }

  private func mismatch(_ value: JSON, at pointer: String, into faults: inout [Fault]) {
    faults.append(.init(pointer: pointer, detail: "\(value.kind) found; \(expectation) is needed"))
  }

  /// Whether a value without parts is as it should be.
  private func allows(_ value: JSON) -> Bool {
    switch self {
    case .string(let length, let format):
      guard let text = value.text, length.contains(text.unicodeScalars.count) else { return false }
      return !text.unicodeScalars.contains("\0") && format.allows(text)
    case .choice(let choices): return value.text.map(choices.contains) ?? false
    case .integer(let range): return value.wholeNumber.map(range.contains) ?? false
    case .number:
      switch value {
      case .integer: return true
      case .number(let number): return number.isFinite
      default: return false
      }
    case .boolean: if case .bool = value { return true } else { return false }
    default: return false
    }
  }

  /// What would be right, in words.
  package var expectation: String {
    switch self {
    case .string(let length, let format):
      format.expectation(length: length)
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number: "a number"
    case .boolean: "true or false"
    case .array(let item, let most): "an array of at most \(most), each \(item.expectation)"
    case .object(let members, _):
      "an object of \(members.map { $0.isRequired ? $0.name : "\($0.name)?" }.joined(separator: ", "))"
    case .map(_, let most): "an object of at most \(most) members"
    case .nullable(let schema): "null or \(schema.expectation)"
    case .either(let schemas): schemas.map(\.expectation).joined(separator: ", or ")
    case .named(_, let schema): schema.expectation
    }
  }
}

extension StringFormat {
  func allows(_ text: String) -> Bool {
    switch self {
    case .any: true
    case .words: text.unicodeScalars.contains { !$0.properties.isWhitespace }
    case .id: text.isNumeral && text.first != "0"
    case .position: text.isNumeral
    case .time: Timestamp(rfc3339: text) != nil
    case .key: text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
  }

  func expectation(length: ClosedRange<Int>) -> String {
    switch self {
    case .any, .words:
      "a text of \(length.lowerBound) to \(length.upperBound) characters"
        + (self == .words ? " that is not blank" : "")
    case .id: "an identifier, as the API gives it"
    case .position: "a position, as the API gives it"
    case .time: "a time as in 2026-11-22T16:58:00.000Z"
    case .key: "visible ASCII characters"
    }
  }
}

extension String {
  fileprivate var isNumeral: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }

  /// As a JSON pointer writes it (RFC 6901, 3); cut short, because anyone can have made it up.
  fileprivate var escapedForPointer: String {
    String(UnicodeScalarView(unicodeScalars.prefix(100)))
      .replacing("~", with: "~0").replacing("/", with: "~1")
  }
}

extension JSON {
  /// What kind of value it is, without saying it: it may hold what is nobody's business.
  fileprivate var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .number: "a number"
    case .string(let text): "a text of \(text.unicodeScalars.count) characters"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
