import HTTPTypes
import ServiceDesk

extension ChatRoutes {
  /// What is written and read.
  var messageRoutes: [ChatRoute] {
    [
      ChatRoute(
        Operation(
          .get,
          "/messages",
          "listChatMessages",
          "The newest messages, or those before a cursor; the oldest first",
          scopes: [],
          query: [
            .init("before", .string(length: 1...200), "The member next of the window after"),
            .init("limit", .integer(1...100), "How many at most"),
          ],
          success: .json(status: 200, .object([])),
          run: list
        ),
        limit: ChatLimits.reads
      ),
      ChatRoute(
        Operation(
          .post,
          "/messages",
          "writeChatMessage",
          "Writes to the team",
          scopes: [],
          body: .json(
            .object([
              .required("text", .string(length: 0...100_000)),
              .optional("attachments", Attachment.idsSchema),
              .optional("page", .string(length: 0...10_000)),
            ])
          ),
          success: .json(status: 201, .object([])),
          run: write
        ),
        limit: ChatLimits.messages,
        addressLimit: ChatLimits.messagesOfAddress
      ),
      ChatRoute(
        Operation(
          .put,
          "/read",
          "readChat",
          "Notes up to where the visitor has read",
          scopes: [],
          body: .json(.object([.required("message", .id)])),
          success: .empty,
          run: read
        ),
        limit: ChatLimits.reads
      ),
      ChatRoute(
        Operation(
          .post,
          "/typing",
          "typeInChat",
          "Tells that the visitor types",
          scopes: [],
          success: .empty,
          run: type
        )
      ),
    ]
  }

  private func list(_ call: Call) async throws -> Answer {
    let before = try call.query["before"].map { text in
      guard let cursor = Cursor(text) else { throw CursorFailure.otherList }
      return cursor
    }
    let limit = call.query["limit"].flatMap { Int($0) } ?? 30
    let query = ChatMessages(window: Window(limit: limit, after: before))
    let history = try await desk.answer(query, as: call.viewer)
    func latest(_ side: ReadMarks.Side, _ stored: ID<Message>?) -> ID<Message>? {
      readMarks.latest(
        side,
        in: history.conversations,
        of: call.viewer.account,
        stored: stored
      )
    }
    var json = JSONWriter(capacity: 16_384)
    json.object { json in
      json.name("items")
      json.array(history.messages) { ChatMessageView($1, in: call.viewer.account).write(to: &$0) }
      json.member("next", history.older?.text)
      json.member("position", String(history.position))
      json.member("readByTeam", latest(.agent, history.readByTeam))
      json.member("readByVisitor", latest(.customer, history.readByCustomer))
    }
    return .json(status: 200, json.bytes)
  }

  /// The key stays with the message, so a repeat gets the same answer however late it comes.
  private func write(_ call: Call) async throws -> Answer {
    let command = WriteChatMessage(
      text: try call.json["text"]?.text.flatMap { $0.trimmed.isEmpty ? nil : $0 }
        .map(Message.Body.init),
      attachments: try call.attachments(),
      key: try call.key.map { try Message.ClientKey($0.key) },
      page: call.json["page"]?.text.flatMap { WebPage($0) }
    )
    let message = try await desk.perform(command, as: call.viewer)
    var json = JSONWriter()
    ChatMessageView(message, in: call.viewer.account).write(to: &json)
    return .json(status: 201, json.bytes)
  }

  private func read(_ call: Call) async throws -> Answer {
    guard let id = call.json["message"]?.text.flatMap({ ID<Message>($0) }) else {
      throw AccessFailure.noSuchConversation
    }
    readMarks.note(try await desk.answer(ReadChat(message: id), as: call.viewer))
    return .empty
  }

  /// What is beyond the limit is dropped: nobody misses it.
  private func type(_ call: Call) async throws -> Answer {
    guard let visitor = call.viewer.visitor,
      limiter.take(ChatLimits.typing, of: visitor.description) == nil
    else { return .empty }
    let conversations = try await desk.answer(ChatConversations(), as: call.viewer)
    if let newest = conversations.first { await onTyping(call.viewer.account, newest) }
    return .empty
  }
}
