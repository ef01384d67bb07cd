/// A mail that somebody passed on within another: who wrote it, and what.
package struct ForwardedMail: Sendable, Equatable {
  package let from: MailAddress
  package let subject: String?
  /// What its writer wrote, without the history that it quotes itself.
  package let text: String
  /// What was written above it by whoever passed it on; empty if nothing was.
  package let comment: String

  /// Finds the head of a forwarded mail in a text, in the form of any common mail program.
  ///
  /// - Returns: `nil` unless there is one that names an address. A reply may quote the same head:
  ///   whether the mail was passed on, its subject or ``isMarked(_:)`` has to say.
  package init?(in text: String) {
    let source = ReplySource(text)
    let header = HeaderBlock(source)
    guard let block = Self.block(of: header, in: source),
      let from = block.lazy.filter({ header.label(of: $0) == .from })
        .compactMap({ AddressList.parse(source.value(of: $0)).first }).first
    else { return nil }
    self.from = from
    subject = block.first { header.label(of: $0) == .subject }.map { source.value(of: $0) }
    let rest = VisibleReply(of: source.text(of: block.upperBound..<source.lines.count))
    self.text = rest.reply
    comment = Self.comment(of: source.text(of: 0..<block.lowerBound))
  }

  /// Whether a text says by a line of its own that a mail is passed on, as in
  /// `---------- Forwarded message ---------`.
  package static func isMarked(_ text: String) -> Bool {
    let source = ReplySource(text)
    let mark = HistoryMark(source)
    return source.lines.indices.prefix(2_000).contains { mark.isForward($0) }
  }

  private static func block(of header: HeaderBlock, in source: ReplySource) -> Range<Int>? {
    for index in source.lines.indices.prefix(2_000) where source.lines[index].hasColon {
      if let block = header.lines(from: index, words: source.words(of: index)) { return block }
    }
    return nil
  }

  /// Without the line that says that something is passed on.
  private static func comment(of text: String) -> String {
    let source = ReplySource(text)
    let mark = HistoryMark(source)
    let end = source.lines.indices.first { mark.isMark($0, words: source.words(of: $0)) }
    return VisibleReply(of: source.text(of: 0..<(end ?? source.lines.count))).reply
  }
}

extension ReplySource {
  /// What stands after the first colon of a line.
  fileprivate func value(of index: Int) -> String {
    let line = String(decoding: content(of: index), as: UTF8.self)
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return "" }
    return String(line[line.index(after: colon)...].drop { $0 == "*" || $0.isWhitespace })
  }

  /// Lines as they were, one below the other.
  fileprivate func text(of range: Range<Int>) -> String {
    range.map { String(decoding: content(of: $0), as: UTF8.self) }.joined(separator: "\n")
  }
}
