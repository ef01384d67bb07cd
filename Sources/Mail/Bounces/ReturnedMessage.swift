/// The message that a report is about.
enum ReturnedMessage {
  /// Its identifier, from the headers that came back, from the report's text, or from the message
  /// that the report answers.
  static func id(_ mail: ParsedMail, headers: MailHeaders? = nil, notice: String? = nil) -> String?
  {
    let sources: [() -> String?] = [
      { mail.report.returned?["Message-ID"] }, { headers?["Message-ID"] },
      { notice.flatMap(line) }, { mail.attachments.lazy.compactMap(fieldOfText).first },
    ]
    return sources.lazy.compactMap { $0() }.compactMap(MessageIDs.first(in:)).first
      ?? mail.inReplyTo ?? mail.references.last
  }

  private static func line(in notice: String) -> String? {
    for line in notice.utf8.split(separator: .lineFeed) {
      let line = line.drop { $0 <= .space || $0 == UInt8(ascii: ">") }
      guard line.first == UInt8(ascii: "m") || line.first == UInt8(ascii: "M"),
        Substring(line).lowercased().hasPrefix("message-id:")
      else { continue }
      return String(Substring(line.dropFirst(11)))
    }
    return nil
  }

  /// Some systems attach the headers as a text file.
  private static func fieldOfText(_ attachment: MailAttachment) -> String? {
    guard attachment.type.hasPrefix("text/") || attachment.type.hasPrefix("message/"),
      // An attachment without fields is none of those.
      let block = try? RawHeader(attachment.bytes)
    else { return nil }
    return block.first("message-id").map { HeaderText.decode($0, charset: nil) }
  }
}
