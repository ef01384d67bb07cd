import Text

/// Finds everything that is made of digits or holds an `@`.
///
/// At each place the surest reading wins: an address, then dates, numbers whose check digits are
/// right, amounts, and then what stands beside words like "order" or "tel". In a link only what has
/// check digits counts.
struct NumberScanner {
  private let scalars: PlainScalars
  private let dates: DateFinder
  private let context: NumberContext
  private var mentions: [Mention] = []
  private var links: [Range<Int>] = []

  init(_ scalars: PlainScalars, _ tokens: TokenisedText) {
    self.scalars = scalars
    dates = DateFinder(scalars, tokens)
    context = NumberContext(scalars, tokens)
  }

  /// All mentions, addresses first, none overlapping another.
  mutating func scan() -> [Mention] {
    addAddresses()
    links = LinkFinder.find(in: scalars)
    var position = 0
    while position < scalars.values.count {
      guard startsNumber(position) else {
        position += 1
        continue
      }
      if let mention = classify(position) {
        add(mention.kind, mention.range)
        position = max(mention.range.upperBound, position + 1)
      } else {
        position = scalars.isDigit(position) ? scalars.runEnd(position) : position + 1
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

  /// A digit, `+` before one, or the letters of a code or an IBAN, with no letter before them.
  private func startsNumber(_ index: Int) -> Bool {
    if scalars.isDigit(index - 1) || scalars.isLetter(index - 1) { return false }
    if scalars.isDigit(index) { return true }
    if scalars.isOne(index, of: "+") { return scalars.isDigit(index + 1) }
    return scalars.isLetter(index)
  }

  private func classify(_ start: Int) -> (kind: Mention.Kind, range: Range<Int>)? {
    let isInLink = links.contains { $0.contains(start) }
    guard scalars.isDigit(start) || scalars.isOne(start, of: "+") else {
      if let end = ibanEnd(start) { return (.iban, start..<end) }
      return isInLink ? nil : codeEnd(start).map { (.orderNumber, start..<$0) }
    }
    if !isInLink, let date = dates.date(at: start) { return (.date, date) }
    if let card = cardRange(start) { return (.card, card) }
    let run = start..<scalars.runEnd(start)
    if isNationalNumber(run) { return (.nationalNumber, run) }
    if isInLink { return nil }
    if let amount = AmountFinder(scalars).amount(at: start) { return (.amount, amount) }
    if let phone = phoneRange(start) { return (.phone, phone) }
    return orderRange(run).map { (.orderNumber, $0) }
  }

  private func ibanEnd(_ start: Int) -> Int? {
    guard scalars.isLetter(start + 1), scalars.isDigit(start + 2), scalars.isDigit(start + 3)
    else { return nil }
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

  /// The longest run of groups of digits from here whose check digit is a card's.
  private func cardRange(_ start: Int) -> Range<Int>? {
    scalars.groupEnds(start, joinedBy: " -.").last {
      CheckDigits.isCard(scalars.digits(start..<$0))
    }.map { start..<$0 }
  }

  /// A number on its own or with hyphens in it, with the check digit of a national number.
  private func isNationalNumber(_ run: Range<Int>) -> Bool {
    guard run.allSatisfy({ scalars.isDigit($0) || scalars.isOne($0, of: "-") }) else {
      return false
    }
    let digits = scalars.digits(run)
    switch digits.count {
    case 9:
      return CheckDigits.isGreekTaxNumber(digits)
        && context.isNear(run, ["αφμ", "α.φ.μ", "afm", "tax", "vat"])
    case 10:
      return CheckDigits.isIranianNumber(digits) && !context.isGreek
        && !context.isNear(run, NumberContext.phoneWords)
    case 11: return isSocialNumber(run, digits)
    default: return false
    }
  }

  private func isSocialNumber(_ run: Range<Int>, _ digits: [UInt8]) -> Bool {
    // A slip of the finger in a number that is called one makes it no less personal.
    if context.isNear(run, ["αμκα", "amka"]) { return true }
    // Iranian mobile numbers begin with 09, as do AMKAs of people born on the 9th of a month.
    return CheckDigits.isGreekSocialNumber(digits) && (context.isGreek || digits[1] != 9)
  }

  private func phoneRange(_ start: Int) -> Range<Int>? {
    let isNear = context.isNear(start..<start, NumberContext.phoneWords)
    let end = scalars.groupEnds(start, joinedBy: " -./()").last { end in
      isPhone(start, scalars.digits(start..<end), isNear)
    }
    return end.map { start..<$0 }
  }

  private func isPhone(_ start: Int, _ digits: [UInt8], _ isNear: Bool) -> Bool {
    guard (8...15).contains(digits.count) else { return false }
    if isNear || scalars.isOne(start, of: "+") || digits.starts(with: [0, 0]) { return true }
    if digits.count == 11 { return digits[0] == 0 }
    return digits.count == 10 && (digits[0] == 6 || digits[0] == 2)
  }

  /// The number, with groups behind it that are as long as its first: `1234 5678`.
  private func orderRange(_ run: Range<Int>) -> Range<Int>? {
    var end = run.upperBound
    for next in scalars.groupEnds(run.lowerBound, joinedBy: " ") where next > end {
      guard next - end - 1 == run.count else { break }
      end = next
    }
    let range = run.lowerBound..<end
    guard (4...20).contains(scalars.digits(range).count) else { return nil }
    if scalars.isOne(run.lowerBound - 1, of: "#№") { return range }
    return context.isNear(run, NumberContext.orderWords) ? range : nil
  }
}
