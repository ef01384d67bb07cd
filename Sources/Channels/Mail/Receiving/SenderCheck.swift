import Mail
import ServiceDesk

/// Looks for what speaks against a mail's being from whom it says.
struct SenderCheck {
  let warnings: [MailWarning]

  /// - Parameters:
  ///   - mail: The mail.
  ///   - trusted: The servers whose `Authentication-Results` (RFC 8601) are believed: anybody can
  ///     write such a field.
  init(_ mail: ParsedMail, trusting trusted: Set<String>) {
    var warnings: [MailWarning] = []
    if Self.isUnproved(mail.headers, trusting: trusted) { warnings.append(.senderUnproved) }
    if let from = mail.from {
      if Self.shows(another: from) { warnings.append(.nameShowsAddress) }
      let isElsewhere = mail.replyTo.contains { $0.domain != from.domain }
      if isElsewhere, mail.automatic == nil { warnings.append(.repliesElsewhere) }
    }
    self.warnings = warnings
  }

  /// What DMARC says counts; where it says nothing, SPF and DKIM do together.
  private static func isUnproved(_ headers: MailHeaders, trusting trusted: Set<String>) -> Bool {
    let believed = headers.all("Authentication-Results").filter { field in
      let server = field.prefix { $0 != ";" && !$0.isWhitespace }
      return trusted.contains(server.lowercased())
    }
    // The topmost one is of the server that was last.
    guard let field = believed.first?.lowercased() else { return false }
    let results = Dictionary(
      field.split(separator: ";").dropFirst().compactMap(result),
      uniquingKeysWith: { $0 == "pass" ? $0 : $1 }
    )
    if let dmarc = results["dmarc"] { return dmarc == "fail" }
    return results["dkim"] != "pass" && ["fail", "softfail"].contains(results["spf"])
  }

  /// As in `dkim=pass header.d=example.org`.
  private static func result(_ text: Substring) -> (String, String)? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first?.split(separator: "=", maxSplits: 1), first.count == 2 else {
      return nil
    }
    return (String(first[0]), String(first[1]))
  }

  private static func shows(another person: MailAddress) -> Bool {
    guard let name = person.name?.lowercased(), name.contains("@") else { return false }
    return !name.contains(person.address.lowercased())
  }
}

extension MailAddress {
  fileprivate var domain: String {
    address.split(separator: "@").last.map { $0.lowercased() } ?? ""
  }
}
