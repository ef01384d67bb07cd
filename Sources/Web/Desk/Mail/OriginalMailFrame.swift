import Mail
import ServiceDesk

/// The frame in which a mail is shown as it came, below its message.
struct OriginalMailFrame: Sendable {
  let language: Language
  let conversation: ID<Conversation>
  let message: ID<Message>
  /// Pictures that would be loaded from elsewhere.
  let remoteImages: Int

  var html: HTML {
    let text = language.mailPane.original
    return """
      <mail-frame>
        <p class="bar">\(images)<a class="source" href="\(address)/source" target="_blank" \
      rel="noopener">\(text.source)</a></p>
        <iframe sandbox="\(MailFrame.sandbox)" src="\(address)/original" title="\(text.title)">\
      </iframe>
      </mail-frame>
      """
  }

  private var address: String { "/desk/messages/\(conversation)/\(message)" }

  private var images: HTML {
    let words = language.mailPane.original.images(remoteImages, language.number(remoteImages))
    return .when(
      remoteImages > 0,
      """
      <a class="button plain" href="\(address)/original?images=1" data-show-images>\(words)</a>
      """
    )
  }
}
