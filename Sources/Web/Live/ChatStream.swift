import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceDesk
import Storage

/// What happens in a visitor's chat, live.
struct ChatStream: Sendable {
  private static let heartbeat = Duration.seconds(15)

  let desk: Desk
  let tail: EventTail
  let hub: ChatHub

  func response(to request: Request, of visit: Visit) -> Response {
    let position = request.headers[.lastEventID].flatMap { Int64($0) }
    return Answer.events { writer in
      var follower = Follower(stream: self, visit: visit, position: position ?? tail.end)
      try await follower.run(&writer)
    }.response(to: request)
  }

  /// One visitor who follows.
  private struct Follower {
    let stream: ChatStream
    let visit: Visit
    var position: Int64
    var conversations: Set<ID<Conversation>> = []
    let box = ChatInlet()

    private var account: ID<Account> { visit.viewer.account }

    init(stream: ChatStream, visit: Visit, position: Int64) {
      self.stream = stream
      self.visit = visit
      self.position = position
    }

    @concurrent mutating func run(_ writer: inout any ResponseBodyWriter) async throws {
      conversations = try await Set(stream.desk.answer(ChatConversations(), as: visit.viewer))
      stream.hub.enter(box, in: conversations)
      defer { stream.hub.leave(box, in: conversations) }
      try await writer.write(ByteBuffer(bytes: ServerSentEvent.ready))
      while !Task.isCancelled {
        switch stream.tail.next(after: position, account: account) {
        case .closed: return
        case .behind:
          position = stream.tail.end
          let reset = ServerSentEvent("reset", id: position) { $0.object { _ in } }
          try await writer.write(ByteBuffer(bytes: reset.bytes))
        case .entries(let entries, let end):
          for entry in entries {
            guard let bytes = try await self.bytes(of: entry) else { continue }
            try await writer.write(ByteBuffer(bytes: bytes))
          }
          position = end
        }
        let passing = box.take()
        if !passing.isEmpty { try await writer.write(ByteBuffer(bytes: passing)) }
        if await !hasNews() {
          try await writer.write(ByteBuffer(bytes: ServerSentEvent.heartbeat))
        }
      }
    }

    /// - Returns: false when it is time for a heartbeat.
    private func hasNews() async -> Bool {
      await withTaskGroup(of: Bool.self) { [position, box, tail = stream.tail] group in
        group.addTask {
          await tail.wait(after: position)
          return true
        }
        group.addTask {
          await box.wait()
          return true
        }
        group.addTask {
          // Cancelled when there is news first.
          try? await Task.sleep(for: ChatStream.heartbeat)
          return false
        }
        let isNews = await group.next() ?? false
        group.cancelAll()
        return isNews
      }
    }

    /// What the event is for the visitor; `nil` for what is none of theirs.
    private mutating func bytes(of entry: EventTail.Entry) async throws -> [UInt8]? {
      let event = entry.event
      switch event.kind {
      case AvailabilityChanged.kind:
        let isAvailable = try await stream.desk.answer(
          InboxAvailability(),
          as: .system(of: account)
        )
        return ServerSentEvent("availability", id: nil) { json in
          json.object { $0.member("available", isAvailable) }
        }.bytes
      case ConversationOpened.kind, MessageReceived.kind, ReplySent.kind:
        guard let conversation = event.conversation.map({ ID<Conversation>($0) }) else {
          return nil
        }
        try await lookAgain(for: conversation, at: event)
        guard conversations.contains(conversation), let id = Self.message(of: event) else {
          return nil
        }
        return try await message(id, at: entry.position)
      default: return nil
      }
    }

    /// A conversation that was not there before may be the visitor's own, the first one maybe, or
    /// of the same person in another browser.
    private mutating func lookAgain(
      for conversation: ID<Conversation>,
      at event: NewEvent
    ) async throws {
      guard !conversations.contains(conversation), event.kind != ReplySent.kind,
        conversations.isEmpty || visit.visitor.isProved
          || event.actor == visit.visitor.customer?.reference
      else { return }
      let all = try await Set(stream.desk.answer(ChatConversations(), as: visit.viewer))
      stream.hub.leave(box, in: conversations)
      conversations = all
      stream.hub.enter(box, in: conversations)
    }

    private static func message(of event: NewEvent) -> ID<Message>? {
      if event.subject.kind == Message.noun { return ID(event.subject.id) }
      struct Opened: Decodable { let message: ID<Message> }
      // A payload is what the program has written itself.
      return try? JSONDecoder().decode(Opened.self, from: Data(event.payload.utf8)).message
    }

    private func message(_ id: ID<Message>, at position: Int64) async throws -> [UInt8]? {
      do {
        let message = try await stream.desk.answer(FindChatMessage(message: id), as: visit.viewer)
        return ServerSentEvent("message", id: position) { json in
          ChatMessageView(message, in: account).write(to: &json)
        }.bytes
      } catch AccessFailure.noSuchMessage {
        // It was said on another channel.
        return nil
      }
    }
  }
}
