/// A part of a response: what IMAP's grammar is made of.
enum IMAPValue: Hashable {
  /// A word or a number; also an item with a section, as `BODY[HEADER.FIELDS (DATE)]`.
  case atom(String)
  /// From quotes or a literal.
  case string([UInt8])
  case list([IMAPValue])
  /// `NIL`.
  case null
}

extension IMAPValue {
  /// The text of an atom or string; what is no UTF-8 is replaced.
  var text: String? {
    switch self {
    case .atom(let text): text
    case .string(let bytes): String(decoding: bytes, as: UTF8.self)
    case .list, .null: nil
    }
  }

  var bytes: [UInt8]? {
    switch self {
    case .atom(let text): Array(text.utf8)
    case .string(let bytes): bytes
    case .list, .null: nil
    }
  }

  var list: [IMAPValue]? {
    guard case .list(let values) = self else { return nil }
    return values
  }

  /// A number as atom.
  func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
    guard case .atom(let text) = self else { return nil }
    return Number(text)
  }
}
