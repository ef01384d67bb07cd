package import Storage

extension Timestamp {
  /// The time in RFC 3339, UTC, with milliseconds: `2026-11-22T16:58:00.000Z`.
  package var rfc3339: String {
    var text: [UInt8] = []
    text.append(rfc3339: self)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a time with or without a fraction, in any zone.
  ///
  /// Digits after the milliseconds are dropped. A day or time that the calendar and the clock do not have is `nil`.
  package init?(rfc3339 text: String) {
    let form =
      /([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))/
    guard
      let found = text.wholeMatch(of: form)?.output,
      let date = CivilDate(year: found.1, month: found.2, day: found.3),
      let time = Self.milliseconds(hour: found.4, minute: found.5, second: found.6),
      let zone = Self.milliseconds(hour: found.9 ?? "00", minute: found.10 ?? "00", second: "00"),
      let fraction = Int64(((found.7 ?? "") + "000").prefix(3))
    else { return nil }
    let offset = found.8 == "-" ? -zone : zone
    self.init(milliseconds: date.daysSince1970 * 86_400_000 + time + fraction - offset)
  }

  private static func milliseconds(
    hour: Substring,
    minute: Substring,
    second: Substring
  ) -> Int64? {
    guard
      let hour = Int64(hour), hour < 24, let minute = Int64(minute), minute < 60,
      let second = Int64(second), second < 60
    else { return nil }
    return ((hour * 60 + minute) * 60 + second) * 1_000
  }
}

/// A day of the Gregorian calendar.
///
/// Howard Hinnant's `civil_from_days` and `days_from_civil`,
/// <https://howardhinnant.github.io/date_algorithms.html>.
private struct CivilDate {
  let year: Int64
  let month: Int64
  let day: Int64

  init(daysSince1970 days: Int64) {
    // Eras of 400 years that begin on a first of March, so that leap days come last.
    let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// - Returns: `nil` for a day that is in no calendar, as the 30th of February.
  init?(year: Substring, month: Substring, day: Substring) {
    guard let year = Int64(year), let month = Int64(month), let day = Int64(day) else { return nil }
    let days = Self.daysSince1970(year: year, month: month, day: day)
    self.init(daysSince1970: days)
    guard (self.year, self.month, self.day) == (year, month, day) else { return nil }
  }

  var daysSince1970: Int64 { Self.daysSince1970(year: year, month: month, day: day) }

  private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension [UInt8] {
  /// Appends what ``Timestamp/rfc3339`` says.
  mutating func append(rfc3339 timestamp: Timestamp) {
    let (day, time) = timestamp.milliseconds.flooredDivision(by: 86_400_000)
    let date = CivilDate(daysSince1970: day)
    append(decimal: date.year, digits: 4)
    append(UInt8(ascii: "-"))
    append(decimal: date.month, digits: 2)
    append(UInt8(ascii: "-"))
    append(decimal: date.day, digits: 2)
    append(UInt8(ascii: "T"))
    append(decimal: time / 3_600_000, digits: 2)
    append(UInt8(ascii: ":"))
    append(decimal: time / 60_000 % 60, digits: 2)
    append(UInt8(ascii: ":"))
    append(decimal: time / 1_000 % 60, digits: 2)
    append(UInt8(ascii: "."))
    append(decimal: time % 1_000, digits: 3)
    append(UInt8(ascii: "Z"))
  }
}
