import CGMime
import Foundation

/// When a mail was sent (RFC 5322, 3.3, 4.3).
enum MailDate {
  /// Also many forms that are wrong; `nil` where no point in time can be made out.
  static func parse(_ field: String) -> Date? {
    let text = HeaderComments.removed(from: field).joiningTime
    if let date = parseISO(text) { return date }
    GMimeLibrary.start()
    guard let date = g_mime_utils_header_decode_date(text) else { return nil }
    defer { g_date_time_unref(date) }
    return Date(timeIntervalSince1970: Double(g_date_time_to_unix(date)))
  }

  /// RFC 3339, which some programs write instead.
  private static func parseISO(_ text: String) -> Date? {
    guard text.utf8.count >= 19, text.utf8.dropFirst(4).first == UInt8(ascii: "-") else {
      return nil
    }
    let standard = text.replacing(" ", with: "T", maxReplacements: 1).replacing(" ", with: "")
    // Another form is no error: GMime has its turn.
    return try? Date(standard, strategy: .iso8601)
  }
}

extension String {
  /// `09:   55  :  06` as `09:55:06`.
  fileprivate var joiningTime: String {
    guard contains(" :") || contains(": ") else { return self }
    return split(separator: ":", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: ":")
  }

  private func contains(_ pair: StaticString) -> Bool {
    ByteScan.contains(pair, in: Array(utf8)[...])
  }
}
