import ServiceDesk
import Storage
import Understanding

extension Message {
  /// Writes it as the API shows it.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("kind", kind.rawValue)
      json.member("text", text)
      json.member("html", html { "/api/v1/attachments/\($0)" }.markup)
      json.name("author")
      json.object { json in
        json.member("kind", author.reference?.kind ?? "system")
        json.member("id", author.reference.map { String($0.id) })
        json.member("name", authorName)
      }
      json.member("channel", channel.rawValue)
      json.name("delivery")
      if let delivery {
        json.object { $0.member("state", delivery.rawValue) }
      } else {
        json.null()
      }
      json.name("mail")
      writeMail(to: &json)
      json.name("reading")
      if let reading { reading.write(to: &json) } else { json.null() }
      json.name("attachments")
      json.array(attachments) { $1.write(to: &$0) }
      json.member("createdAt", createdAt)
    }
  }

  /// What agents write is Markdown; what customers write is text.
  ///
  /// - Parameter address: Where its files are to be had.
  /// - Returns: safe markup.
  private func html(files address: (ID<Attachment>) -> String) -> HTML {
    switch kind {
    case .reply, .note:
      let shown = Markdown.pictures(in: text, of: attachments)
      let pairs = shown.map { ($0.id, address($0.id)) }
      return Markdown.html(text, pictures: Dictionary(pairs) { first, _ in first })
    case .incoming, .system: return .paragraphs(text)
    }
  }

  /// As the desk shows it, with the words marked from which it was read how its writer feels.
  var markedHTML: HTML {
    guard kind == .incoming, let reading, !reading.isPlain else {
      return html { "/desk/attachments/\($0)?inline" }
    }
    return .paragraphs(text, marking: reading.evidence.map { $0.start..<max($0.start, $0.end) })
  }

  static let schema = Schema.named(
    "Message",
    .object([
      .required("id", .id),
      .required("kind", .choice(Kind.allCases.map(\.rawValue))),
      .required("text", .string(length: 1...100_000)),
      .required("html", .string(length: 1...4_000_000), "Safe to be shown as it is"),
      .required(
        "author",
        .object([
          .required("kind", .choice(["customer", "agent", "system"])),
          .required("id", .nullable(.id)),
          .required("name", .nullable(.string(length: 0...200))),
        ])
      ),
      .required("channel", .choice(Channel.allCases.map(\.rawValue))),
      .required(
        "delivery",
        .nullable(.object([.required("state", .choice(Delivery.allCases.map(\.rawValue)))])),
        "null for what is not sent"
      ),
      .required("mail", .nullable(Message.mailSchema), "null for what is no mail"),
      .required("reading", .nullable(MessageReading.schema), "null for what is not read"),
      .required("attachments", .array(Attachment.schema, most: Attachment.mostOfMail)),
      .required("createdAt", .time),
    ])
  )
}
