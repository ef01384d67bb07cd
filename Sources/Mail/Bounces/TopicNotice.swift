import Foundation

/// Notices that a sending service publishes as JSON, mailed by its topic (Amazon SES over SNS).
enum TopicNotice {
  static func read(_ mail: ParsedMail) -> Bounce? {
    guard let text = mail.text, kind.occurs(in: text),
      let notice = decode(text)
    else { return nil }
    let (action, people) = notice.outcome
    guard !people.isEmpty else { return nil }
    return Bounce(
      recipients: people.prefix(Bounce.recipientLimit).map {
        let said = $0.diagnosticCode
        return Bounce.Recipient(
          address: $0.emailAddress,
          action: action,
          status: $0.status ?? said.flatMap { EnhancedStatus.first(in: $0) },
          diagnostic: said
        )
      },
      action: action,
      originalMessageID: notice.mail?.id
    )
  }

  private static let kind = PhraseSet(["\"notificationType\""])

  private static func decode(_ text: String) -> Content? {
    // Mail cuts long lines; JSON has no line ends within its strings.
    let joined = text.replacing("\n ", with: "").replacing("\n", with: "")
    guard let start = joined.firstIndex(of: "{"), let end = joined.lastIndex(of: "}") else {
      return nil
    }
    // What is not such a notice is read as another kind.
    return try? JSONDecoder().decode(Content.self, from: Data(joined[start...end].utf8))
  }

  private struct Content: Decodable {
    struct Person: Decodable {
      var emailAddress: String
      var status: String?
      var diagnosticCode: String?
    }
    struct BounceDetails: Decodable { var bouncedRecipients: [Person] }
    struct ComplaintDetails: Decodable { var complainedRecipients: [Person] }
    struct DeliveryDetails: Decodable { var recipients: [String] }
    struct Mail: Decodable {
      struct Headers: Decodable { var messageId: String? }
      var messageId: String?
      var commonHeaders: Headers?

      var id: String? { (commonHeaders?.messageId ?? messageId).flatMap(MessageIDs.first(in:)) }
    }

    var bounce: BounceDetails?
    var complaint: ComplaintDetails?
    var delivery: DeliveryDetails?
    var mail: Mail?

    var outcome: (Bounce.Action, [Person]) {
      if let bounce { return (.failed, bounce.bouncedRecipients) }
      if let complaint { return (.complained, complaint.complainedRecipients) }
      return (.delivered, delivery?.recipients.map { Person(emailAddress: $0) } ?? [])
    }
  }
}
