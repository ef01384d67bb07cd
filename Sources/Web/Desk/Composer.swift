package import ServiceDesk

/// Where answers to the customer and notes to the team are written.
///
/// Which of the two it is decides the colour of the whole and the text of its button, by style
/// sheet alone, so that it holds without scripts too.
package struct Composer: Sendable {
  package let frame: DeskFrame
  package let conversation: ID<Conversation>
  package let customer: String?
  /// `reply` or `note`.
  package let kind: Message.Kind
  /// What was written before and not sent.
  package let draft: String
  /// Under which the message is sent at most once; scripts make one per message.
  package let key: String
  /// What is wrong with what was sent, in the reader's language.
  package let fault: String?
  /// Who gets the answer, where it goes by mail.
  package let recipients: RecipientFields

  package init(
    frame: DeskFrame,
    conversation: ID<Conversation>,
    customer: String?,
    kind: Message.Kind = .reply,
    draft: String = "",
    key: String,
    fault: String? = nil,
    recipients: RecipientFields
  ) {
    self.frame = frame
    self.conversation = conversation
    self.customer = customer
    self.kind = kind
    self.draft = draft
    self.key = key
    self.fault = fault
    self.recipients = recipients
  }

  package var html: HTML {
    let text = frame.language.desk.composer
    return """
      <desk-composer>
      <form id="composer" method="post" action="/desk/conversations/\(conversation)/messages" \
      aria-label="\(text.label)" data-conversation="\(conversation)">
        \(frame.token)
        <input type="hidden" name="key" value="\(key)" autocomplete="off">
        <input type="hidden" name="attachments" value="" autocomplete="off">
        <fieldset class="kinds">
          <legend class="unseen">\(text.label)</legend>
          \(choice(.reply, text.reply, .reply))
          \(choice(.note, text.note, .note))
          <span class="whom for-reply">\(recipients.way ?? text.replyHint)</span>
          <span class="whom for-note">\(text.noteHint)</span>
        </fieldset>
        \(fault.map { Notice($0, tone: .bad).html })
        \(recipients.html)
        <label class="unseen" for="composer-text">\(text.label)</label>
        <textarea id="composer-text" name="text" rows="3" maxlength="100000" required dir="auto" \
      placeholder="\(text.replyTo(name))" data-reply="\(text.replyTo(name))" \
      data-note="\(text.notePlaceholder)">\n\(draft)</textarea>
        <reply-coach class="for-reply" data-address="/desk/conversations/\(conversation)/coach">\
      <div class="advice"></div><button type="button" class="button quiet" data-coach="on" hidden>\
      \(frame.language.coach.show)</button></reply-coach>
        <ul class="files" aria-label="\(frame.language.desk.conversation.attachments)"></ul>
        <div class="bar">
          \(tools)
          <span class="state" role="status"></span>
          <button class="button primary send"><span class="for-reply">\(Icon.send.html) \
      \(text.sendReply)</span>\
      <span class="for-note">\(Icon.note.html) \(text.addNote)</span></button>
        </div>
        <p class="drop" aria-hidden="true">\(text.drop)</p>
      </form>
      </desk-composer>
      """
  }

  private var name: String { customer ?? frame.language.desk.list.nameless }

  private func choice(_ kind: Message.Kind, _ title: String, _ icon: Icon) -> HTML {
    """
    <label class="kind"><input type="radio" name="kind" value="\(kind.rawValue)"\
    \(.when(kind == self.kind, " checked"))>\(icon.html)<span>\(title)</span></label>
    """
  }

  private var tools: HTML {
    let text = frame.language.desk.composer
    let tools: [(String, String, Icon)] = [
      ("bold", text.bold, .bold), ("italic", text.italic, .italic), ("link", text.link, .link),
      ("list", text.list, .list), ("quote", text.quote, .quote), ("code", text.code, .code),
      ("attach", text.attach, .clip), ("saved", text.savedReplies, .template),
    ]
    let buttons = tools.map { tool -> HTML in
      """
      <button type="button" class="button quiet compact" data-tool="\(tool.0)" title="\(tool.1)">\
      \(tool.2.html)<span class="unseen">\(tool.1)</span></button>
      """
    }
    return """
      <div class="tools" role="toolbar" aria-label="\(text.tools)">\(.joined(buttons))</div>
      <input class="unseen" type="file" multiple tabindex="-1" aria-hidden="true">
      """
  }
}
