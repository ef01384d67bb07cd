import Foundation
package import Storage

extension Timestamp {
  /// The time in RFC 3339, UTC, with milliseconds: `2026-11-22T16:58:00.000Z`.
  package var rfc3339: String {
    var text: [UInt8] = []
    text.append(rfc3339: self)
    return String(decoding: text, as: UTF8.self)
  }

  /// - Parameter rfc3339: with or without a fraction, in any zone.
  package init?(rfc3339: String) {
    let whole = Date.ISO8601FormatStyle(includingFractionalSeconds: false)
    let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let date = (try? whole.parse(rfc3339)) ?? (try? fractional.parse(rfc3339)) else {
      return nil
    }
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1_000).rounded()))
  }
}

/// A day of the Gregorian calendar.
///
/// Howard Hinnant's `civil_from_days`, <https://howardhinnant.github.io/date_algorithms.html>.
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
