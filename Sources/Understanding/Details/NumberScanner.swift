import Text

/// Finds everything that is made of digits or holds an `@`.
///
/// At each place the surest reading wins: an address, then numbers whose check digits are right,
/// then dates and amounts, then what stands beside words like "order" or "tel".
struct NumberScanner {
  private let scalars: PlainScalars
  private var mentions: [Mention] = []
  private var position = 0

  init(_ scalars: PlainScalars, _ tokens: TokenisedText) { self.scalars = scalars }

  /// All mentions, in order, none overlapping another.
  mutating func scan() -> [Mention] {
    addAddresses()
    position = 0
    while position < scalars.values.count, mentions.count < MentionFinder.limit {
      guard startsNumber(position) else {
        position += 1
        continue
      }
      let end = numberEnd(position)
      if let mention = classify(position..<end) {
        add(mention.kind, mention.range)
        position = max(mention.range.upperBound, end)
      } else {
        position = end
      }
    }
    return mentions
  }

  private mutating func add(_ kind: Mention.Kind, _ range: Range<Int>) {
    guard !mentions.contains(where: { $0.start < range.upperBound && range.lowerBound < $0.end })
    else { return }
    mentions.append(Mention(kind: kind, start: range.lowerBound, end: range.upperBound, text: ""))
  }

  // MARK: Addresses

  private mutating func addAddresses() {
    for (index, value) in scalars.values.enumerated() where value == 0x40 {
      var start = index
      while start > 0, isAddressPart(start - 1), index - start < 64 { start -= 1 }
      var end = index + 1
      while isAddressPart(end), end - index < 255 { end += 1 }
      while end > index, scalars.isOne(end - 1, of: ".-_+") { end -= 1 }
      let hasDot = (index + 1..<max(end, index + 1)).contains { scalars.isOne($0, of: ".") }
      if start < index, hasDot { add(.email, start..<end) }
    }
  }

  private func isAddressPart(_ index: Int) -> Bool {
    scalars.isDigit(index) || scalars.isLetter(index) || scalars.isOne(index, of: ".-_+")
  }

  // MARK: Numbers

  /// A digit, `+` before one, or the two letters of an IBAN, with no letter before them.
  private func startsNumber(_ index: Int) -> Bool {
    let isInside = scalars.isDigit(index - 1) || scalars.isLetter(index - 1)
    if isInside { return false }
    if scalars.isDigit(index) { return true }
    if scalars.isOne(index, of: "+") { return scalars.isDigit(index + 1) }
    guard scalars.isLetter(index) else { return false }
    return codeEnd(index) != nil || isIBANStart(index)
  }

  private func isIBANStart(_ index: Int) -> Bool {
    scalars.isLetter(index + 1) && scalars.isDigit(index + 2) && scalars.isDigit(index + 3)
  }

  /// The end of an order number that begins with letters (`AB-12345`), if one begins here.
  private func codeEnd(_ index: Int) -> Int? {
    var end = index
    while scalars.isLetter(end), end - index < 5 { end += 1 }
    if scalars.isOne(end, of: "-#/") { end += 1 }
    let digits = end
    while scalars.isDigit(end)
      || end > digits && scalars.isOne(end, of: "-") && scalars.isDigit(end + 1)
    {
      end += 1
    }
    return end - digits >= 3 && !scalars.isLetter(end) ? end : nil
  }

  /// Digits and single signs between them: `6037 9911 2233 4455`, `12.05.2026`, `1,299.00`.
  private func numberEnd(_ start: Int) -> Int {
    if scalars.isLetter(start) {
      if isIBANStart(start), let end = ibanEnd(start) { return end }
      return codeEnd(start) ?? start + 1
    }
    var end = start + 1
    while end - start < 40 {
      if scalars.isDigit(end) || scalars.isOne(end, of: ".,-/:() ٫٬") && scalars.isDigit(end + 1) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private func ibanEnd(_ start: Int) -> Int? {
    var characters: [UInt8] = []
    var best: Int?
    var end = start
    while characters.count < 34, end < scalars.values.count {
      if scalars.isDigit(end) || scalars.isLetter(end) {
        let value = UInt8(scalars.values[end])
        characters.append(value >= 0x61 ? value - 0x20 : value)
        end += 1
        if CheckDigits.isIBAN(characters) { best = end }
      } else if scalars.isOne(end, of: " "), characters.count >= 4 {
        end += 1
      } else {
        break
      }
    }
    return best
  }

  private func classify(_ range: Range<Int>) -> (kind: Mention.Kind, range: Range<Int>)? {
    if scalars.isLetter(range.lowerBound) {
      let isIBAN = isIBANStart(range.lowerBound) && ibanEnd(range.lowerBound) == range.upperBound
      return (isIBAN ? .iban : .orderNumber, range)
    }
    let digits = range.filter(scalars.isDigit).map { UInt8(scalars.values[$0] - 0x30) }
    if CheckDigits.isCard(digits) { return (.card, range) }
    if let amount = amount(range) { return (.amount, amount) }
    if isDate(range) { return (.date, range) }
    if isPhone(range, digits) { return (.phone, range) }
    if isNationalNumber(range, digits) { return (.nationalNumber, range) }
    if isOrderNumber(range, digits) { return (.orderNumber, range) }
    return nil
  }

  private func isNationalNumber(_ range: Range<Int>, _ digits: [UInt8]) -> Bool {
    guard range.count == digits.count else { return false }
    return CheckDigits.isIranianNumber(digits) || CheckDigits.isGreekSocialNumber(digits)
      || CheckDigits.isGreekTaxNumber(digits) && near(range, ["αφμ", "α.φ.μ", "afm", "tax"])
  }

  private func isPhone(_ range: Range<Int>, _ digits: [UInt8]) -> Bool {
    guard (8...15).contains(digits.count) else { return false }
    if scalars.isOne(range.lowerBound, of: "+") || digits.starts(with: [0, 0]) { return true }
    if digits.count == 11, digits[0] == 0 { return true }
    if digits.count == 10, digits[0] == 6 || digits[0] == 2, !CheckDigits.isIranianNumber(digits) {
      return true
    }
    return near(
      range,
      ["tel", "phone", "call", "mobile", "τηλ", "κινητ", "تلفن", "موبایل", "تماس"]
    )
  }

  private func isOrderNumber(_ range: Range<Int>, _ digits: [UInt8]) -> Bool {
    guard (4...20).contains(digits.count) else { return false }
    if scalars.isOne(range.lowerBound - 1, of: "#№") { return true }
    return near(
      range,
      [
        "order", "ticket", "case", "ref", "booking", "invoice", "tracking", "parcel", "policy",
        "παραγγ", "αριθμ", "κωδικ", "αποστολ", "κρατησ", "τιμολ", "سفارش", "پیگیری", "مرسوله",
        "شماره", "فاکتور", "کد", "تیکت",
      ]
    )
  }

  // MARK: Amounts and dates

  /// The number with the sign or name of a currency before or behind it.
  private func amount(_ range: Range<Int>) -> Range<Int>? {
    let before = range.lowerBound - 1
    if scalars.isOne(before, of: "€$£¥₹﷼") { return before..<range.upperBound }
    if scalars.isOne(before, of: " "), scalars.isOne(before - 1, of: "€$£¥₹﷼") {
      return before - 1..<range.upperBound
    }
    var end = range.upperBound
    while scalars.isOne(end, of: " "), end - range.upperBound < 2 { end += 1 }
    if scalars.isOne(end, of: "€$£¥₹﷼") { return range.lowerBound..<end + 1 }
    for name in Self.currencies where matches(name, end) {
      return range.lowerBound..<end + name.count
    }
    return nil
  }

  private func matches(_ word: [UInt32], _ start: Int) -> Bool {
    guard start + word.count <= scalars.values.count else { return false }
    return scalars.values[start..<start + word.count].elementsEqual(word)
  }

  /// Day, month and year with one sign between them, or a time of the day.
  private func isDate(_ range: Range<Int>) -> Bool {
    let parts = scalars.values[range].split { !(0x30...0x39).contains($0) }
    let signs = Set(scalars.values[range].filter { !(0x30...0x39).contains($0) })
    guard signs.count == 1, let sign = signs.first else { return false }
    let numbers = parts.map { $0.prefix(5).reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    if sign == 0x3A {
      return parts.count == 2 && numbers[0] < 25 && numbers[1] < 60 && parts[1].count == 2
    }
    guard sign == 0x2F || sign == 0x2E || sign == 0x2D else { return false }
    switch parts.count {
    case 3:
      let sizes = numbers.sorted()
      return sizes[0] <= 12 && sizes[0] > 0 && sizes[1] <= 31
        && parts.allSatisfy { $0.count <= 4 }
    case 2: return sign == 0x2F && numbers.allSatisfy { (1...31).contains($0) }
    default: return false
    }
  }

  /// Whether one of some words stands within a few letters before a number.
  private func near(_ range: Range<Int>, _ words: [String]) -> Bool {
    let start = max(0, range.lowerBound - 24)
    let before = TokenisedText(scalars.text(start..<range.lowerBound))
    return before.tokens.contains { token in
      let word = before.string(token)
      return words.contains { word.hasPrefix($0) }
    }
  }

  private static let currencies: [[UInt32]] = [
    "euro", "eur", "usd", "gbp", "dollar", "pound", "quid", "bucks", "ευρω", "ευρώ", "تومان",
    "تومن", "ریال", "میلیون", "هزار تومان", "هزار تومن", "toman", "tooman", "rial",
  ].map { $0.unicodeScalars.map(\.value) }
}
