import Text

/// What stands around a number and tells what it is.
struct NumberContext {
  static let phoneWords = [
    "tel", "phone", "call", "mobile", "whatsapp", "τηλ", "κινητ", "تلفن", "موبایل", "تماس",
  ]

  static let orderWords = [
    "order", "ticket", "case", "ref", "booking", "invoice", "tracking", "parcel", "policy",
    "παραγγ", "αριθμ", "κωδικ", "αποστολ", "κρατησ", "τιμολ", "سفارش", "پیگیری", "مرسوله",
    "شماره", "فاکتور", "کد", "تیکت",
  ]

  /// How many scalars before a number are looked at.
  private static let reach = 24

  /// Whether the text has any Greek letters.
  let isGreek: Bool
  private let scalars: PlainScalars

  init(_ scalars: PlainScalars, _ tokens: TokenisedText) {
    self.scalars = scalars
    isGreek = tokens.tokens.contains { $0.kind == .greek }
  }

  /// Whether a word with one of some beginnings stands shortly before a number.
  func isNear(_ range: Range<Int>, _ beginnings: [String]) -> Bool {
    let start = max(0, range.lowerBound - Self.reach)
    let before = TokenisedText(scalars.text(start..<range.lowerBound))
    return before.tokens.contains { token in
      let word = before.string(token)
      return beginnings.contains { word.hasPrefix($0) }
    }
  }
}
