/// Finds numbers with a currency beside them.
struct AmountFinder {
  private let scalars: PlainScalars

  init(_ scalars: PlainScalars) { self.scalars = scalars }

  /// The number that begins here, with the sign or name of a currency before or behind it.
  func amount(at start: Int) -> Range<Int>? {
    let ends = numberEnds(start)
    if let first = currencyStart(before: start), let end = ends.last {
      return first..<(magnitudeEnd(end) ?? end)
    }
    for end in ends.reversed() {
      if let last = currencyEnd(after: end) { return start..<last }
    }
    return nil
  }

  /// Where the number may end: after its first run of digits and signs, or with thousands apart.
  private func numberEnds(_ start: Int) -> [Int] {
    let first = scalars.runEnd(start)
    var ends = [first]
    guard first - start <= 3 else { return ends }
    for next in scalars.groupEnds(start, joinedBy: " ") where next > first {
      let last = ends[ends.count - 1]
      let group = scalars.digitEnd(last + 1) - last - 1
      guard group == 3 else { break }
      ends.append(next)
    }
    return ends
  }

  private func currencyStart(before start: Int) -> Int? {
    let last = scalars.isOne(start - 1, of: " ") ? start - 2 : start - 1
    if scalars.isOne(last, of: Self.signs) { return last }
    for code in Self.codes {
      let first = last - code.count + 1
      if scalars.matches(code, at: first), !scalars.isWordScalar(first - 1) { return first }
    }
    return nil
  }

  private func currencyEnd(after number: Int) -> Int? {
    let magnitude = magnitudeEnd(number)
    let end = scalars.spaceEnd(magnitude ?? number)
    if scalars.isOne(end, of: Self.signs) { return end + 1 }
    for name in Self.names {
      if let last = wordEnd(name, at: end) { return last }
    }
    // Persians leave the currency out where a million can be nothing else.
    let isMillion = wordEnd("میلیون", at: scalars.spaceEnd(number)) != nil
    return isMillion ? magnitude : nil
  }

  private func magnitudeEnd(_ number: Int) -> Int? {
    let start = scalars.spaceEnd(number)
    for name in Self.magnitudes {
      if let end = wordEnd(name, at: start) { return end }
    }
    return nil
  }

  /// The end of a whole word, or of its plural.
  private func wordEnd(_ word: String, at start: Int) -> Int? {
    guard scalars.matches(word, at: start) else { return nil }
    let end = start + word.unicodeScalars.count
    if !scalars.isWordScalar(end) { return end }
    let isPlural = scalars.isOne(end, of: "sی") && !scalars.isWordScalar(end + 1)
    return isPlural ? end + 1 : nil
  }

  private static let signs = "€$£¥₹﷼₽₺₴₪₩"

  private static let codes = ["eur", "usd", "gbp", "chf", "sek", "nok", "dkk", "irr"]

  private static let magnitudes = [
    "k", "thousand", "million", "billion", "هزار", "میلیون", "میلیارد", "χιλιάδες", "χιλιαδες",
    "εκατομμύρια", "εκατ", "hezar", "milion",
  ]

  private static let names = [
    "euro", "eur", "usd", "gbp", "chf", "dollar", "pound", "quid", "buck", "cent", "franc", "kr",
    "krona", "kronor", "kroner", "lira", "zł", "rupee", "ευρώ", "ευρω", "ΕΥΡΩ", "Ευρώ", "λεπτά",
    "δολάρια", "تومان", "تومن", "ریال", "یورو", "دلار", "toman", "tooman", "rial", "evro",
  ]
}
