import Foundation

/// IMAP's form of a point in time (RFC 3501, section 9, `date-time`), as `17-Jul-1996 02:44:25 -0700`.
enum IMAPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func date(_ text: String) -> Date? {
    let parts = text.split { " -:".contains($0) }.map(String.init)
    let sign = text.split(separator: " ").last?.first
    guard parts.count == 7, let month = months.firstIndex(of: parts[1]), let day = Int(parts[0]),
      let year = Int(parts[2]), let hour = Int(parts[3]), let minute = Int(parts[4]),
      let second = Int(parts[5]), let zone = Int(parts[6].drop { $0 == "+" }),
      sign == "+" || sign == "-"
    else { return nil }
    let offset = (zone / 100 * 60 + zone % 100) * (sign == "-" ? -60 : 60)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(
      year: year,
      month: month + 1,
      day: day,
      hour: hour,
      minute: minute,
      second: second
    )
    return calendar.date(from: components)?.addingTimeInterval(-Double(offset))
  }

  /// The day in universal time, as `17-Jul-1996` (RFC 3501, section 9, `date-text`).
  static func day(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return "\(parts.day ?? 1)-\(months[((parts.month ?? 1) - 1) % 12])-\(parts.year ?? 1970)"
  }

  /// In universal time, in double quotes.
  static func quoted(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    let numbers = [parts.day, parts.hour, parts.minute, parts.second].map { number in
      String(String(number ?? 0).reversed() + "0").prefix(2).reversed()
    }.map { String($0) }
    let month = months[((parts.month ?? 1) - 1) % 12]
    return "\"\(numbers[0])-\(month)-\(parts.year ?? 1970) "
      + "\(numbers[1]):\(numbers[2]):\(numbers[3]) +0000\""
  }
}
