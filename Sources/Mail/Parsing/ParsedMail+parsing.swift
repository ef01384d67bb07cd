extension ParsedMail {
  /// Reads a mail, whatever state it is in.
  ///
  /// The time it takes and the memory of what it gives grow with the size of the mail only: parts
  /// beyond ``MimeTree/partLimit`` or ``MimeTree/depthLimit`` are counted in ``omittedParts``.
  ///
  /// - Throws: ``MailFailure`` for what is no mail at all.
  package init(parsing bytes: [UInt8]) throws(MailFailure) {
    let bytes = Self.withLineFeeds(bytes)
    let block = try RawHeader(bytes)
    let tree = MimeTree(bytes, header: block)
    let body = BodyReader(bytes, tree.leaves)
    readHeader(block, charset: tree.leaves.first?.charset)
    text = Self.joined(body.texts)
    html = Self.joined(body.pages)
    attachments = body.attachments
    report = body.report
    omittedParts = tree.omittedParts
  }

  /// Lines that end in a bare CR, where no other ends are.
  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(.carriageReturn), !bytes.contains(.lineFeed) else { return bytes }
    return bytes.map { $0 == .carriageReturn ? .lineFeed : $0 }
  }

  private static func joined(_ parts: [String]) -> String? {
    var whole = ""
    for part in parts {
      if !whole.isEmpty, whole.utf8.last != .lineFeed { whole += "\n" }
      whole += part
    }
    return whole.utf8.contains { $0 > .space } ? whole : nil
  }

  private mutating func readHeader(_ block: RawHeader, charset: String?) {
    headers = MailHeaders(block, charset: charset)
    subject = headers["Subject"]
    messageID = headers["Message-ID"].flatMap(MessageIDs.first(in:))
    inReplyTo = headers["In-Reply-To"].flatMap { MessageIDs.all(in: $0).first }
    references = MessageIDs.all(in: headers.all("References").joined(separator: " "))
    date = headers["Date"].flatMap(MailDate.parse)
    for field in block.fields { readPeople(field, charset: charset) }
  }

  /// Fields that stand there twice add up.
  private mutating func readPeople(_ field: RawHeader.Field, charset: String?) {
    let list: WritableKeyPath<Self, [MailAddress]>
    switch field.key {
    case "from": list = \.authors
    case "to": list = \.to
    case "cc": list = \.cc
    case "bcc": list = \.bcc
    case "reply-to": list = \.replyTo
    case "sender":
      let people = AddressList.parse(HeaderText.read(field.value, charset: charset))
      sender = sender ?? people.first
      return
    default: return
    }
    self[keyPath: list] += AddressList.parse(HeaderText.read(field.value, charset: charset))
  }
}
