import Foundation

/// The message that shows that sending works.
struct MailCheckMessage {
  let from: String
  let to: String
  let date: Date

  /// After RFC 5322, and marked as automatic after RFC 3834, so that nobody's absence answers.
  var raw: [UInt8] {
    let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
    let identifier = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let lines = [
      "From: <\(from)>",
      "To: <\(to)>",
      "Subject: Rapport can send",
      "Date: \(dateText)",
      "Message-ID: <check-\(identifier)@\(domain)>",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "This message was sent to check the settings of a mailbox. Nothing needs to be done.",
      "",
    ]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// As `Thu, 17 Jul 2025 10:14:25 +0000` (RFC 5322, section 3.3).
  private var dateText: String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
    return formatter.string(from: date)
  }
}
