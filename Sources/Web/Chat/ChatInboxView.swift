import ServiceDesk

/// An inbox as the chat in a web page gets it: without its secret.
struct ChatInboxView: Sendable {
  let settings: Inbox.Settings
  let isAvailable: Bool
  /// How long the team has for a first answer.
  let replyMinutes: Int

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("name", settings.name.text)
      json.member("greeting", settings.greeting?.text ?? "")
      json.member("colour", settings.colour.text)
      json.name("form")
      settings.form.write(to: &json)
      json.member("available", isAvailable)
      json.member("away", settings.away?.text ?? "")
      json.member("replyTime", replyMinutes)
      json.name("attachments")
      json.object { json in
        json.member("most", Attachment.mostOfMessage)
        json.member("bytes", Attachment.mostBytes)
      }
    }
  }
}
