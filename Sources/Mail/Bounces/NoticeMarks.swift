/// The lines and words by which mail systems are known.
enum NoticeMarks {
  /// Whether a line announces the message that comes back.
  static func ends(_ lowercasedLine: ArraySlice<UInt8>) -> Bool {
    lowercasedLine.count < 240 && endings.occurs(in: lowercasedLine)
  }

  private static let endings = PhraseSet([
    "below this line is a copy", "this is a copy of", "original message follow",
    "message headers follow", "message header follow", "original message -----",
    "original message headers", "unsent message follow", "copy of the message header",
    "returned message ---", "copy of the original message", "enclosed is a copy",
    "original mail as follow", "original mail info", "non-delivered information",
    "the header of the original message", "returned message follow", "undelivered message follow",
    "headers of the original message", "message text follows", "text of your message follow",
    "body of message generated response", "original mail follow", "start of returned message",
    "the following is a copy of", "original message attached", "original header",
  ])

  /// Words of notices, in the languages of the servers that write them.
  static func isFailure(_ lowercasedText: [UInt8]) -> Bool {
    failures.occurs(in: lowercasedText[...])
  }

  private static let failures = PhraseSet([
    "could not be delivered", "couldn't be delivered", "not be delivered", "cannot be delivered",
    "can't be delivered", "was not delivered", "wasn't delivered", "not delivered", "undeliverable",
    "undelivered", "unable to deliver", "wasn't able to deliver", "not able to deliver",
    "error delivering", "trouble delivering", "failed to deliver", "delivery failed",
    "delivery has failed", "delivery failure", "failed permanently", "permanent fatal error",
    "permanent error", "did not reach", "delivery problems", "delivery errors", "user unknown",
    "mailbox is full", "exceeds allowed size", "attempting to deliver", "failure reasons",
    "was rejected", "returned mail", "failed delivery", "delivery to the following",
    "delevery to the following", "host unknown", "transcript of session", "message is delayed",
    "delivery is delayed", "has been delayed", "incorrectly constructed", "may not exist",
    "delivery incomplete", "address not found", "message not delivered", "delivery notification",
    "deferred", "rcpt to:", "account is disabled", "recipients were affected", "bounced",
    "delivery status", "trying to deliver", "duplicated message-id", "не доставлено",
    "не может быть доставлено",
    "не удалось доставить", "nicht zugestellt", "konnte nicht", "unzustellbar",
    "n'a pas pu être", "non remis", "impossible de remettre", "no se pudo entregar",
    "no se ha podido entregar", "não foi possível entregar", "não entregue",
    "non è stato possibile", "mancata consegna", "niet worden bezorgd", "niet bezorgd",
    "送信できません", "配信できません", "配送できません", "届けられません", "送信に失敗", "配信不能",
    "退信", "无法投递", "無法遞送", "投递失败", "발송 실패", "배달되지", "δεν παραδόθηκε",
    "αδυναμία παράδοσης", "kunde inte levereras", "kunne ikke leveres", "nie mogła zostać",
    "niedostarczona", "nelze doručit", "nedoručiteln", "teslim edilemedi", "تحویل داده نشد",
    "تعذر التسليم", "nem kézbesíthető", "ei voitu toimittaa",
  ])

  /// Subjects of notices.
  static func isSubject(_ lowercasedSubject: [UInt8]) -> Bool {
    isFailure(lowercasedSubject) || subjects.occurs(in: lowercasedSubject[...])
  }

  private static let subjects = PhraseSet([
    "failure notice", "mail failure", "mail delivery failed", "mail delivery failure",
    "mail system error", "returned mail", "undeliver", "delivery status notification",
    "delivery notification", "error sending your mail", "warning: could not send",
    "permanent delivery failure", "non remis", "mail delivery system", "delivery report",
    "aws notification message", "could not send", "loop alert", "warning--could not send",
    "delivery failure", "message delivery", "nondeliverable", "non-delivery", "mail error",
  ])

  /// Local parts of programs that deliver mail.
  static func isDaemon(_ address: String, name: String?) -> Bool {
    let address = Array(address.lowercased().utf8)
    if !daemons.openings(of: address).isEmpty { return true }
    return name.map { daemonNames.occurs(in: $0.lowercased()) } ?? false
  }

  private static let daemonNames = PhraseSet([
    "mail deliver", "mailer-daemon", "mailer daemon", "postmaster", "system administrator",
  ])

  private static let daemons = PhraseSet([
    "mailer-daemon", "mailer_daemon", "mailerdaemon", "postmaster", "mail-daemon",
    "mail.delivery.system", "mdaemon", "bounce", "microsoftexchange", "maildelivery", "mdae",
  ])
}
