package import ServiceDesk

/// Who gets an answer by mail: shown before it is sent, and to be changed.
///
/// Whoever is added or left out is named, and has to be confirmed.
package struct RecipientFields: Sendable {
  package let language: Language
  /// On which the answer goes out.
  package let channel: Channel
  /// Whether the conversation began as a chat.
  package let isAfterChat: Bool
  /// `nil` if not by mail, or if there is no mailbox to send from.
  package let answer: MailAnswer?
  /// What was typed and sent, but has to be confirmed or put right.
  package let typed: TypedRecipients?

  package init(
    language: Language,
    channel: Channel,
    isAfterChat: Bool = false,
    answer: MailAnswer? = nil,
    typed: TypedRecipients? = nil
  ) {
    self.language = language
    self.channel = channel
    self.isAfterChat = isAfterChat
    self.answer = answer
    self.typed = typed
  }

  private var texts: MailPaneTexts.Recipients { language.mailPane.recipients }

  /// There even if there is nobody to name, so that news find their place.
  package var html: HTML {
    guard channel == .mail else { return empty("") }
    guard let answer else { return empty(Notice(texts.noMailbox, tone: .bad).html) }
    let proposed = TypedRecipients(answer.recipients)
    let shown = typed ?? proposed
    let isOpen = !shown.bcc.isEmpty || (proposed.cc.isEmpty && !shown.cc.isEmpty)
    let cc = field("cc", language.mailPane.cc, shown.cc, proposed.cc)
    return """
      <mail-recipients id="recipients" class="for-reply" data-added="\(texts.added("{people}"))" \
      data-dropped="\(texts.dropped("{people}"))" data-separator="\(texts.separator)">
        <p class="way">\(Icon.mail.html)<span>\(way ?? answer.from)</span></p>
        \(field("to", language.mailPane.to, shown.to, proposed.to))
        \(.when(!proposed.cc.isEmpty, cc))
        <details class="copies"\(.when(isOpen, " open"))><summary>\(copies(proposed))</summary>
        \(.when(proposed.cc.isEmpty, cc))
        \(field("bcc", language.mailPane.bcc, shown.bcc, ""))
        </details>
        \(confirmation(proposed))
      </mail-recipients>
      """
  }

  private func empty(_ content: HTML) -> HTML {
    "<mail-recipients id=\"recipients\" class=\"for-reply\">\(content)</mail-recipients>"
  }

  /// On what way the answer goes, in words; `nil` if not by mail.
  var way: String? {
    answer.map { isAfterChat ? texts.afterChat($0.from) : texts.byMail($0.from) }
  }

  private func copies(_ proposed: TypedRecipients) -> String {
    proposed.cc.isEmpty ? texts.more : language.mailPane.bcc
  }

  private func field(
    _ name: String,
    _ title: String,
    _ value: String,
    _ proposed: String
  ) -> HTML {
    """
    <div class="recipient\(value == proposed ? "" : " changed")">\
    <label for="recipients-\(name)">\(title)</label>\
    <input id="recipients-\(name)" name="\(name)" value="\(value)" data-proposed="\(proposed)" \
    maxlength="20000" dir="auto" autocomplete="off" autocapitalize="off" spellcheck="false"></div>
    """
  }

  private func confirmation(_ proposed: TypedRecipients) -> HTML {
    let change = typed.flatMap { RecipientChange(from: proposed, to: $0) }
    let words = change.map { change in
      [
        change.added.isEmpty ? nil : texts.added(change.added.joined(separator: texts.separator)),
        change.dropped.isEmpty
          ? nil : texts.dropped(change.dropped.joined(separator: texts.separator)),
      ].compactMap { $0 }.joined(separator: " · ")
    }
    return """
      <div class="confirm"\(.when(change == nil, " hidden"))>\
      <p class="differences" role="status">\(words ?? "")</p>\
      <label><input type="checkbox" name="confirmed" value="1"> \(texts.confirm)</label></div>
      """
  }
}

/// Who was added to and who was left out of the recipients that were proposed.
struct RecipientChange: Equatable {
  let added: [String]
  let dropped: [String]

  /// - Returns: `nil` if they are the same people, whatever they are called and whoever is named
  ///   first.
  init?(from proposed: MailRecipients, to chosen: MailRecipients) {
    let (before, after) = (Set(proposed.all.map(\.address)), Set(chosen.all.map(\.address)))
    added = after.subtracting(before).map(\.text).sorted()
    dropped = before.subtracting(after).map(\.text).sorted()
    if added.isEmpty, dropped.isEmpty { return nil }
  }

  fileprivate init?(from proposed: TypedRecipients, to typed: TypedRecipients) {
    // What cannot be read is told as a fault of its own.
    guard let before = try? proposed.recipients(), let after = try? typed.recipients() else {
      return nil
    }
    self.init(from: before, to: after)
  }
}
