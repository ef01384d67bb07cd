/// Reads the addresses of a header field (RFC 5322, 3.4, 4.4; RFC 6532).
///
/// Senders break every rule there is: brackets that miss their partner, commas in names, two dots
/// in a row, semicolons for commas. Whatever looks like an address is found.
enum AddressList {
  /// More recipients than any server takes.
  static let limit = 10_000

  /// Takes the field with its encoded words as they came.
  static func parse(_ field: String) -> [MailAddress] {
    if let address = PlainAddress.parse(field) { return [address] }
    var addresses: [MailAddress] = []
    for mailbox in AddressTokens.mailboxes(in: field) {
      addresses += Self.addresses(in: mailbox)
      if addresses.count >= limit { break }
    }
    return addresses
  }

  private static func addresses(in mailbox: AddressTokens.Mailbox) -> [MailAddress] {
    let name = name(of: mailbox)
    if let route = mailbox.bracketed {
      if let address = bare(route) { return [MailAddress(name: name, address: address)] }
      // Nothing in the brackets: perhaps the name is an address.
    }
    if let found = encoded(mailbox) { return found }
    let words = mailbox.phrase.split(whereSeparator: \.isWhitespace).map(String.init)
    let found = words.compactMap { $0.utf8.contains(UInt8(ascii: "@")) ? bare($0) : nil }
    if found.count > 1 { return found.map { MailAddress(address: $0) } }
    if found.count == 1, mailbox.bracketed == nil {
      return [single(found[0], among: words, of: mailbox)]
    }
    if let joined = bare(mailbox.phrase), joined.contains("@") {
      return [MailAddress(name: mailbox.comment, address: joined)]
    }
    return lone(words, mailbox)
  }

  /// `Big Bug bb@bug.com`, `jdoe@test . example`, or an address alone.
  private static func single(
    _ address: String,
    among words: [String],
    of mailbox: AddressTokens.Mailbox
  ) -> MailAddress {
    let joined = bare(mailbox.phrase)
    let domainGoesOn = words.contains { $0.hasPrefix(".") || $0 == "@" }
    if domainGoesOn, let joined { return MailAddress(name: mailbox.comment, address: joined) }
    let rest = words.filter { bare($0) != address }.joined(separator: " ")
    let name = rest.isEmpty ? nil : display(rest)
    return MailAddress(name: name ?? mailbox.comment.flatMap(display), address: address)
  }

  /// Some programs encode the whole field, address and all.
  private static func encoded(_ mailbox: AddressTokens.Mailbox) -> [MailAddress]? {
    guard mailbox.bracketed == nil, EncodedWords.mayStand(in: mailbox.phrase) else { return nil }
    let decoded = EncodedWords.decode(mailbox.phrase)
    guard decoded.contains("@"), !decoded.contains("=?") else { return nil }
    return parse(decoded)
  }

  /// A local part alone, as in mail that never left its machine.
  private static func lone(
    _ words: [String],
    _ mailbox: AddressTokens.Mailbox
  ) -> [MailAddress] {
    guard words.count == 1, mailbox.bracketed == nil, !mailbox.isQuoted,
      let address = bare(words[0])
    else { return [] }
    return [MailAddress(name: mailbox.comment.flatMap(display), address: address)]
  }

  private static func name(of mailbox: AddressTokens.Mailbox) -> String? {
    display(mailbox.phrase) ?? mailbox.comment.flatMap(display)
  }

  private static func display(_ phrase: String) -> String? {
    var text = HeaderText.oneLine(EncodedWords.decode(phrase))
    // Quotes inside what was encoded, or single ones around.
    for quote in ["\"", "'"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote)
    {
      text = HeaderText.oneLine(String(text.dropFirst().dropLast()))
    }
    return text.isEmpty ? nil : text
  }

  /// An address without space, route (RFC 5322, 4.4) and what people put around it.
  private static func bare(_ text: String) -> String? {
    if let plain = PlainAddress.address(Array(text.utf8)[...]) { return plain }
    var address = text.filter { !$0.isWhitespace }
    if address.hasPrefix("@"), let colon = address.firstIndex(of: ":") {
      address = String(address[address.index(after: colon)...])
    }
    if address.lowercased().hasPrefix("mailto:") { address.removeFirst(7) }
    address = String(address.drop { "<'\",;[".contains($0) })
    while let last = address.last, ">'\",;:])".contains(last) {
      if last == "]", address.contains("@[") { break }
      address.removeLast()
    }
    // `Undisclosed-Recipient:@…` is a group that a server has completed.
    let isNone = address.hasSuffix("@") || address.hasPrefix("@") || address.contains(":@")
    return address.isEmpty || isNone ? nil : address
  }
}
