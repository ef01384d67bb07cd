/// Delivery status notifications (RFC 3464), also where their parts lost their types.
enum DeliveryStatusReader {
  static func read(_ mail: ParsedMail) -> Bounce? {
    bounce(of: mail.report.deliveryStatus, mail)
  }

  /// - Returns: `nil` unless a group names somebody whom the message did not reach.
  static func bounce(of groups: [MailHeaders], _ mail: ParsedMail) -> Bounce? {
    // Who says that a message was read has it (RFC 8098).
    guard !groups.contains(where: { $0["Disposition"] != nil }) else { return nil }
    let named = groups.flatMap { recipients(of: $0) }
    guard let first = named.first else { return nil }
    let lost = named.filter { $0.action == .failed || $0.action == .delayed }
    let chosen = lost.isEmpty ? named : lost
    return Bounce(
      recipients: Array(chosen.prefix(Bounce.recipientLimit)),
      action: chosen.first?.action ?? first.action,
      originalMessageID: ReturnedMessage.id(mail)
    )
  }

  /// The recipient as it was delivered to, and as the sender wrote it where that is another.
  private static func recipients(of group: MailHeaders) -> [Bounce.Recipient] {
    let fields = ["Final-Recipient", "Original-Recipient", "X-Actual-Recipient"]
    let addresses = fields.compactMap { group[$0] }.compactMap(address)
    let diagnostic = group["Diagnostic-Code"].map(text)
    let stated = group["Status"].flatMap(EnhancedStatus.first)
    return addresses.uniqued(limit: 3).map {
      Bounce.Recipient(
        address: $0,
        action: action(group["Action"], stated),
        status: EnhancedStatus.best(stated: stated, diagnostic: diagnostic),
        diagnostic: diagnostic
      )
    }
  }

  /// What follows the type of address, `rfc822;`.
  private static func address(_ field: String) -> String? {
    if let address = AddressScanner.addresses(in: field).first { return address }
    guard let separator = field.firstIndex(of: ";") else { return nil }
    let type = field[..<separator].lowercased()
    let rest = HeaderText.oneLine(String(field[field.index(after: separator)...]))
    let isWord = !rest.isEmpty && !rest.contains(" ") && !rest.hasPrefix("@")
    return type.hasSuffix("rfc822") && isWord ? rest : nil
  }

  private static func action(_ field: String?, _ status: String?) -> Bounce.Action {
    let word = field.map { String($0.lowercased().prefix { $0.isLetter }) } ?? ""
    if let action = Bounce.Action(rawValue: word) { return action }
    switch status?.first {
    case "4": return .delayed
    case "2": return .delivered
    default: return .failed
    }
  }

  private static func text(_ field: String) -> String {
    guard let separator = field.firstIndex(of: ";") else { return field }
    return HeaderText.oneLine(String(field[field.index(after: separator)...]))
  }
}
