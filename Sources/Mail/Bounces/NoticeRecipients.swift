/// Whom a notice in words is about.
enum NoticeRecipients {
  /// Systems that report more at once do so in the standard form.
  private static let limit = 100

  /// The addresses of the most trustworthy kind that the notice has.
  static func find(_ mail: ParsedMail, _ notice: Notice) -> [String] {
    let ours = Set(mail.to.map { $0.address.lowercased() })
    let systems = Set(mail.authors.map { $0.address.lowercased() })
    let isOther = { (address: String) in
      !ours.contains(address.lowercased()) && !systems.contains(address.lowercased())
    }
    let failed = mail.headers.all("X-Failed-Recipients").flatMap(AddressScanner.addresses(in:))
    if !failed.isEmpty { return failed.uniqued(limit: limit) }
    let lines = lines(of: notice.text)
    let listed = lines.flatMap(listed)
    let announced = lines.flatMap(announced)
    let mentioned = lines.filter { !isContact($0) }.flatMap { AddressScanner.addresses(in: $0) }
    let returned = recipients(of: notice.returned) + recipients(of: mail.report.returned)
    for group in [listed, announced] {
      let others = group.filter(isOther)
      if !others.isEmpty { return others.uniqued(limit: limit) }
    }
    for group in [mentioned.filter(isOther), returned, listed, announced, mentioned] {
      let others = group.filter { !systems.contains($0.lowercased()) }
      if !others.isEmpty { return others.uniqued(limit: limit) }
    }
    return []
  }

  /// Those that may hold an address.
  private static func lines(of text: String) -> [String] {
    text.utf8.split(separator: .lineFeed).filter { $0.contains(UInt8(ascii: "@")) }
      .map { String(Substring($0)) }
  }

  private static func recipients(of headers: MailHeaders?) -> [String] {
    guard let headers else { return [] }
    let fields = ["X-Original-To", "To", "Cc"].flatMap { headers.all($0) }
    return fields.flatMap(AddressScanner.addresses(in:))
  }

  /// An address at the start of a line, as in a list: `<kijitora@example.org>: host …`.
  private static func listed(_ line: String) -> [String] {
    let scalars = Array(line.unicodeScalars)
    guard let match = AddressScanner.ranges(in: scalars).first else { return [] }
    let before = String(String.UnicodeScalarView(scalars[..<match.range.lowerBound]))
    let after = String(String.UnicodeScalarView(scalars[match.range.upperBound...]))
    guard before.allSatisfy({ " \t<\"'*->[(・".contains($0) || $0.isWhitespace }) else { return [] }
    return endsEntry(after) ? [match.address] : []
  }

  /// What follows an address in a list, other than the rest of a sentence.
  private static func endsEntry(_ after: String) -> Bool {
    let rest = after.drop { ">\"')]".contains($0) }
    guard let first = rest.first else { return true }
    if ":.,;<[(-\t=".contains(first) { return true }
    let words = rest.trimmingPrefix(while: \.isWhitespace)
    if words.isEmpty || words.first.map({ "<[(:-".contains($0) }) == true { return true }
    return entryWords.contains { words.lowercased().hasPrefix($0) }
  }

  private static let entryWords = [
    "on ", "invalid", "unknown", "mailbox", "user", "not ", "no such", "does not", "failed",
    "rejected", "said", "could not", "is ", "was ",
  ]

  /// An address behind words that say what it is.
  private static func announced(_ line: String) -> [String] {
    let scalars = Array(line.unicodeScalars)
    return AddressScanner.ranges(in: scalars).compactMap { match in
      let before = String(String.UnicodeScalarView(scalars[..<match.range.lowerBound]))
        .lowercased().trimmingSuffix { " \t<\"'[(:".contains($0) }
      let isReply = before.last?.isNumber == true && before.utf8.count < 40
      return isReply || announcements.contains(where: before.hasSuffix) ? match.address : nil
    }
  }

  private static let announcements = [
    "rcpt to", "recipient", "recipient address", "recipients", "delivered to", "your mail to",
    "your message to", "message to", "undeliverable to", "errors", "allowed size", "is full",
    "user unknown", "unknown user", "no such user", "gateway for", "deliver to", "delivery to",
    "mail to", "address", "addresses", "mailbox", "rcpt", "for", "final-recipient; rfc822",
    "unknown address", "to", "user", "account",
  ]

  /// Addresses to ask for help are nobody's that failed.
  private static func isContact(_ line: String) -> Bool {
    contacts.occurs(in: line.lowercased())
  }

  private static let contacts = PhraseSet([
    "contact", "send mail to", "questions", "assistance", "from:", "sender", "support@",
  ])
}

extension String {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isTrimmed(last) { text = text.dropLast() }
    return String(text)
  }
}
