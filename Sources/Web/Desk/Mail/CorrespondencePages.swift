import HTTPTypes
import Hummingbird
import ServiceDesk

/// What agents do with mail in a conversation: take a reply back, send one again, say where a
/// mail belongs.
struct CorrespondencePages: Sendable {
  let gate: DeskGate

  private static let message: RouterPath = "/desk/messages/{conversation}/{message}"
  private static let conversation: RouterPath = "/desk/conversations/{conversation}"

  func add(to router: Router<WebContext>) {
    gate.post("\(Self.message)/undo", on: router, undo)
    gate.post("\(Self.message)/sending", on: router, sendAgain)
    gate.post("\(Self.conversation)/joining", on: router, join)
    gate.post("\(Self.conversation)/keeping-apart", on: router) { visit, _ in
      let conversation = try visit.conversation()
      _ = try await visit.perform(DeclineJoin(conversation: conversation))
      return visit.done(back: "/desk/conversations/\(conversation)")
    }
  }

  /// A script gets what was taken back, to be written on.
  @Sendable private func undo(_ visit: DeskVisit, _ form: FormBody) async throws -> Response {
    let undo = UndoReply(conversation: try visit.conversation(), message: try visit.message())
    let reply = try await visit.perform(undo)
    guard visit.isByScript else { return .seeOther("/desk/conversations/\(reply.conversation)") }
    let recipients = reply.mail.map { mail in
      TypedRecipients(MailRecipients(to: mail.head.to, cc: mail.head.cc, bcc: mail.head.bcc))
    }
    return .json { json in
      json.object { json in
        json.member("text", reply.text)
        json.member("to", recipients?.to)
        json.member("cc", recipients?.cc)
        json.member("bcc", recipients?.bcc)
        json.name("attachments")
        json.array(reply.attachments) { $1.write(to: &$0) }
      }
    }
  }

  @Sendable private func sendAgain(_ visit: DeskVisit, _ form: FormBody) async throws -> Response {
    let conversation = try visit.conversation()
    try await visit.perform(
      SendReplyAgain(conversation: conversation, message: try visit.message())
    )
    return visit.done(back: "/desk/conversations/\(conversation)")
  }

  @Sendable private func join(_ visit: DeskVisit, _ form: FormBody) async throws -> Response {
    guard let target = ID<Conversation>(form["target"]) else {
      throw AccessFailure.noSuchConversation
    }
    let joined = try await visit.perform(
      AcceptJoin(conversation: try visit.conversation(), target: target)
    )
    return .seeOther("/desk/conversations/\(joined.id)")
  }
}

extension DeskVisit {
  /// The message in the path.
  func message() throws -> ID<Message> { try id("message", absent: .noSuchConversation) }
}

/// Takes a reply back, and gives what it was.
private struct UndoReply: Command {
  let conversation: ID<Conversation>
  let message: ID<Message>

  func run(in work: Work) throws -> Message {
    let reply = try FindMessage(message: message, conversation: conversation).run(in: work)
    _ = try TakeBackReply(conversation: conversation, message: message).run(in: work)
    return reply
  }
}

/// Sends the mail of a message again that had failed for good.
private struct SendReplyAgain: Command {
  let conversation: ID<Conversation>
  let message: ID<Message>

  func run(in work: Work) throws {
    let reply = try FindMessage(message: message, conversation: conversation).run(in: work)
    guard let sending = reply.mail?.sending else { throw AccessFailure.noSuchConversation }
    try SendAgain(mail: sending.mail).run(in: work)
  }
}
