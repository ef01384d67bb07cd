/// A server's yes or no, with its reasons.
struct IMAPStatus: Hashable {
  enum Kind: String { case ok = "OK", no = "NO", bad = "BAD", bye = "BYE", preauth = "PREAUTH" }

  var kind: Kind

  /// The response code's name in upper case (RFC 3501, 7.1; RFC 5530); empty if there is none.
  var code: String

  /// What follows the code's name.
  var arguments: [String]

  /// For people.
  var words: String
}

extension IMAPStatus {
  /// The codes that say that the same may succeed later (RFC 5530, section 3).
  private static let temporaryCodes: Set<String> = [
    "EXPUNGEISSUED", "INUSE", "LIMIT", "SERVERBUG", "THROTTLED", "UNAVAILABLE",
  ]

  /// Reads `OK [CODE arguments] words`.
  init?(_ text: Substring) {
    let name = text.prefix { $0 != " " }
    guard let kind = Kind(rawValue: name.uppercased()) else { return nil }
    let rest = text.dropFirst(name.count).drop { $0 == " " }
    self.init(kind: kind, code: "", arguments: [], words: String(rest))
    guard rest.hasPrefix("["), let end = rest.firstIndex(of: "]") else { return }
    let parts = rest[..<end].dropFirst().split(separator: " ").map(String.init)
    code = parts.first?.uppercased() ?? ""
    arguments = Array(parts.dropFirst())
    words = String(rest[end...].dropFirst().drop { $0 == " " })
  }

  func refusal(of command: String) -> MailRefusal {
    MailRefusal(
      command: command,
      code: code,
      isTemporary: Self.temporaryCodes.contains(code),
      words: words
    )
  }
}
