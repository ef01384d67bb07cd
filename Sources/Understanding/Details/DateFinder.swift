import Text

/// Finds days and times of the day.
struct DateFinder {
  private let scalars: PlainScalars
  private let tokens: TokenisedText
  /// The number of the token that begins at a place of the text.
  private let tokensByStart: [Int: Int]

  init(_ scalars: PlainScalars, _ tokens: TokenisedText) {
    self.scalars = scalars
    self.tokens = tokens
    tokensByStart = Dictionary(
      tokens.tokens.enumerated().map { ($1.source.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The day, with a time behind it, or the time that the number here begins.
  func date(at start: Int) -> Range<Int>? {
    if let end = timeEnd(start) { return start..<end }
    guard let day = numericDay(start) ?? namedDay(start) else { return nil }
    var next = scalars.isOne(day.upperBound, of: ",") ? day.upperBound + 1 : day.upperBound
    next = scalars.spaceEnd(next)
    return day.lowerBound..<(timeEnd(next) ?? day.upperBound)
  }

  /// The end of `10:30` or `10:30:00`.
  private func timeEnd(_ start: Int) -> Int? {
    guard scalars.isDigit(start) else { return nil }
    let end = scalars.runEnd(start)
    let parts = parts(start..<end)
    guard (2...3).contains(parts.count), separators(start..<end) == [":"], parts[0].value < 25,
      parts.dropFirst().allSatisfy({ $0.value < 60 && $0.length == 2 })
    else { return nil }
    return end
  }

  /// Day, month and year with one sign between them, or day and month where that is clear.
  private func numericDay(_ start: Int) -> Range<Int>? {
    let range = start..<scalars.runEnd(start)
    let parts = parts(range)
    guard let sign = separators(range).first, separators(range).count == 1 else { return nil }
    switch parts.count {
    case 3:
      let sizes = parts.map(\.value).sorted()
      let isDay = "/.-".contains(sign) && (1...12).contains(sizes[0]) && sizes[1] <= 31
      return isDay && parts.allSatisfy { $0.length <= 4 } ? range : nil
    case 2:
      let sizes = parts.map(\.value).sorted()
      guard sign == "/", (1...12).contains(sizes[0]), sizes[1] <= 31,
        parts.allSatisfy({ $0.length <= 2 })
      else { return nil }
      let hasZero = range.contains { scalars.isOne($0, of: "0") && !scalars.isDigit($0 - 1) }
      return hasZero || isAfterDateWord(start) ? range : nil
    default: return nil
    }
  }

  /// `12 March 2026`, `12th of March`, `March 12, 2026`, `۱۲ خرداد ۱۴۰۵`.
  private func namedDay(_ start: Int) -> Range<Int>? {
    let end = scalars.digitEnd(start)
    guard let day = parts(start..<end).first, (1...31).contains(day.value), day.length <= 2,
      end == scalars.runEnd(start)
    else { return nil }
    let afterDay = ordinalEnd(end)
    if let month = month(at: scalars.spaceEnd(afterDay)) { return start..<yearEnd(month) }
    if let month = monthStart(before: start) { return month..<yearEnd(afterDay) }
    return nil
  }

  /// The end of the day's number with `th`, `of` or the Greek article of its ending.
  private func ordinalEnd(_ end: Int) -> Int {
    let ordinal = ["st", "nd", "rd", "th", "η", "ης"].first {
      scalars.matches($0, at: end) && !scalars.isWordScalar(end + $0.unicodeScalars.count)
    }
    let last = end + (ordinal?.unicodeScalars.count ?? 0)
    let of = scalars.spaceEnd(last)
    return scalars.matches("of ", at: of) ? of + 2 : last
  }

  /// The end of a month's name that begins at a place.
  private func month(at start: Int) -> Int? {
    guard let index = tokensByStart[start] else { return nil }
    let token = tokens.tokens[index]
    guard Self.months.contains(tokens.string(token)) else { return nil }
    let end = token.source.upperBound
    let next = scalars.spaceEnd(end)
    return scalars.matches("ماه", at: next) && !scalars.isWordScalar(next + 3) ? next + 3 : end
  }

  /// The beginning of an English month's name right before a number, as in `March 12`.
  private func monthStart(before start: Int) -> Int? {
    guard let index = tokensByStart[start], index > 0 else { return nil }
    let token = tokens.tokens[index - 1]
    let isNext = scalars.spaceEnd(token.source.upperBound) == start
    return isNext && Self.leadingMonths.contains(tokens.string(token))
      ? token.source.lowerBound : nil
  }

  /// The end of a year behind a month or a day, or the place itself.
  private func yearEnd(_ end: Int) -> Int {
    let start = scalars.spaceEnd(scalars.isOne(end, of: ",.") ? end + 1 : end)
    let last = scalars.digitEnd(start)
    guard last - start == 4, last == scalars.runEnd(start), scalars.isOne(start, of: "12") else {
      return end
    }
    return last
  }

  private func isAfterDateWord(_ start: Int) -> Bool {
    guard let index = tokensByStart[start], index > 0 else { return false }
    return Self.dateWords.contains(tokens.string(tokens.tokens[index - 1]))
  }

  private func parts(_ range: Range<Int>) -> [(value: Int, length: Int)] {
    scalars.values[range].split { !(0x30...0x39).contains($0) }.map { part in
      (part.prefix(5).reduce(0) { $0 * 10 + Int($1 - 0x30) }, part.count)
    }
  }

  private func separators(_ range: Range<Int>) -> Set<Character> {
    Set(
      scalars.values[range].filter { !(0x30...0x39).contains($0) }.compactMap {
        Unicode.Scalar($0).map(Character.init)
      }
    )
  }

  private static let dateWords = words(
    """
    on since from until till by before after due dated date στις απο μεχρι εως πριν μετα ημερομηνια
    تاریخ تا از روز مورخ
    """
  )

  private static let leadingMonths = words(
    """
    january february march april june july august september october november december
    jan feb apr jun jul aug sep sept oct nov dec
    """
  )

  private static let months = leadingMonths.union(
    words(
      """
      may mar ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου
      οκτωβριου νοεμβριου δεκεμβριου ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ
      فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه مارس آوریل
      ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
      """
    )
  )

  /// The words of a list as they are folded in texts.
  private static func words(_ list: String) -> Set<String> {
    let text = TokenisedText(list)
    return Set(text.tokens.filter(\.isWord).map(text.string))
  }
}
