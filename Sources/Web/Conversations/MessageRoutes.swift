import HTTPTypes
import ServiceDesk

/// The messages of a conversation.
struct MessageRoutes: Sendable {
  var operations: [Operation] {
    [
      Operation(
        .get,
        "/conversations/{conversation}/messages",
        "listMessages",
        "The messages of a conversation, oldest first",
        scopes: .read,
        query: Operation.Parameter.window,
        success: .json(status: 200, .page(of: Message.schema)),
        failures: [422]
      ) { call in
        let query = ListMessages(conversation: try call.conversation(), window: try call.window())
        return try await call.page(query) { $0.write(to: &$1) }
      },
      Operation(
        .post,
        "/conversations/{conversation}/messages",
        "addMessage",
        "Answers the customer, writes a note, or takes in what the customer said",
        scopes: .write,
        body: .json(
          .object(
            [
              .required("kind", .choice(["reply", "note", "incoming"])),
              .required("text", .string(length: 1...100_000, format: .words)),
              .optional("attachments", Attachment.idsSchema),
            ] + MailRecipients.members
          )
        ),
        success: .json(status: 201, Message.schema),
        run: add
      ),
      Operation(
        .post,
        "/messages",
        "receiveMessage",
        "Takes in a customer's message and brings it to the conversation where it belongs",
        scopes: .write,
        body: .json(
          .object([
            .required("customer", CustomerHandle.schema),
            .required("text", .string(length: 1...100_000, format: .words)),
            .required("channel", .choice(Channel.allCases.map(\.rawValue))),
            .optional("attachments", Attachment.idsSchema),
          ])
        ),
        success: .json(
          status: 201,
          .object([.required("opened", .boolean), .required("conversation", Conversation.schema)])
        ),
        failures: [404],
        run: receive
      ),
    ]
  }

  private func add(_ call: Call) async throws -> Answer {
    let conversation = try call.conversation()
    let text = try Message.Body(call.json["text"]?.text ?? "")
    let attachments = try call.attachments()
    switch call.json["kind"]?.text {
    case "reply":
      return try await perform(
        Reply(
          conversation: conversation,
          text: text,
          attachments: attachments,
          recipients: try MailRecipients(call.json)
        ),
        call
      )
    case "note":
      return try await perform(
        AddNote(conversation: conversation, text: text, attachments: attachments),
        call
      )
    default:
      return try await perform(
        ContinueConversation(conversation: conversation, text: text, attachments: attachments),
        call
      )
    }
  }

  private func perform<C: Command>(
    _ command: C,
    _ call: Call
  ) async throws -> Answer where C.Output == Message {
    try await call.perform(command, status: 201) { $0.write(to: &$1) }
  }

  private func receive(_ call: Call) async throws -> Answer {
    let command = ReceiveMessage(
      customer: try CustomerHandle.customer(of: call.json),
      text: try Message.Body(call.json["text"]?.text ?? ""),
      channel: call.json["channel"]?.text.flatMap { Channel(rawValue: $0) } ?? .api,
      attachments: try call.attachments()
    )
    return try await call.perform(command, status: 201) { received, json in
      json.object { json in
        json.member("opened", received.opened)
        json.name("conversation")
        received.conversation.write(to: &json)
      }
    }
  }
}
