import Mail
import ServiceDesk
import Storage

extension IncomingMail {
  /// Takes what the desk has to know from a mail.
  ///
  /// - Parameters:
  ///   - parsed: The mail.
  ///   - parts: Its files, whose bytes are stored.
  ///   - trusted: The servers whose `Authentication-Results` are believed, in lower case.
  init(_ parsed: ParsedMail, parts: [Part], trusting trusted: Set<String>) {
    let words = MailWords(parsed)
    self.init(
      from: parsed.from.flatMap(Correspondent.init),
      to: parsed.to.compactMap(Correspondent.init),
      subject: parsed.subject ?? "",
      text: words.reply
    )
    rfcID = parsed.messageID
    inReplyTo = parsed.inReplyTo
    references = parsed.references
    replyTo = parsed.replyTo.compactMap(Correspondent.init)
    cc = parsed.cc.compactMap(Correspondent.init)
    hasOwnWords = words.isOwn
    hasMore = words.hasMore || parsed.isShownInPart || words.reply.isTooLong
    hasHTML = parsed.html != nil
    attachments = parts
    forwarded = words.forwarded
    let report = parsed.bounce
    automatic = parsed.automatic(reporting: report).map(AutomaticMail.init)
    if automatic == .list {
      mailingList = MailingList(
        names: parsed.listNames,
        automatic: parsed.automatic(reporting: report, lists: false).map(AutomaticMail.init)
      )
    }
    bounce = report.flatMap(MailBounce.init)
    warnings = SenderCheck(parsed, trusting: trusted).warnings
    isSpam = SpamVerdict(parsed.headers).isSpam
    digest = BlobHash(of: Array((words.whole + "\0" + (parsed.subject ?? "")).utf8)).hex
  }
}

extension Correspondent {
  /// `nil` for an address to which nothing could ever be sent.
  init?(_ address: MailAddress) {
    guard let email = try? EmailAddress(address.address) else { return nil }
    self.init(name: address.name, address: email)
  }
}

extension AutomaticMail {
  fileprivate init(_ kind: AutomaticKind) {
    self =
      switch kind {
      case .autoReply: .reply
      case .outOfOffice: .outOfOffice
      case .generated: .notice
      case .list: .list
      case .bulk: .bulk
      case .bounce: .bounce
      case .abuseReport: .abuseReport
      }
  }
}

extension MailBounce {
  /// `nil` for a report that all went well.
  fileprivate init?(_ bounce: Bounce) {
    let action: Action
    switch bounce.action {
    case .failed, .complained: action = .failed
    case .delayed: action = .delayed
    case .delivered, .relayed, .expanded: return nil
    }
    self.init(
      recipients: bounce.recipients.map(\.address),
      action: action,
      status: bounce.status,
      originalID: bounce.originalMessageID,
      isComplaint: bounce.action == .complained
    )
  }
}

extension ParsedMail {
  /// Whether parts of it are left out: there are more than anybody reads.
  fileprivate var isShownInPart: Bool {
    omittedParts > 0 || attachments.count > Attachment.mostOfMail
  }
}

extension String {
  /// Whether a message shows the beginning of it alone.
  fileprivate var isTooLong: Bool {
    unicodeScalars.dropFirst(MessageLimits.range.upperBound).first != nil
  }
}
