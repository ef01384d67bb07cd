import ServiceDesk
import Storage
import TestSupport
import Testing

/// A reply by mail may be taken back until it leaves.
@Suite struct HeldReplyTests {
  private let world: MailWorld
  private let conversation: ID<Conversation>

  init() async throws {
    world = try await MailWorld()
    conversation = try await world.correspondence()
  }

  private func reply(_ text: String = "Soon.") async throws -> Message {
    try await world.harness.perform(Reply(conversation: conversation, text: .init(text)))
  }

  private func takeBack(_ reply: Message) async throws -> Message {
    try await world.harness.perform(
      TakeBackReply(conversation: conversation, message: reply.id)
    )
  }

  @Test func `it is held for ten seconds, then it is on its way`() async throws {
    let events = try await world.harness.events {
      let reply = try await reply()
      #expect(reply.delivery == .held)
      #expect(reply.mail?.sending?.releaseAt == world.harness.clock.now + .seconds(10))
      world.harness.clock.advance(by: .milliseconds(9_999))
      try await world.release()
      #expect(try await world.message(reply.id, in: conversation).delivery == .held)
      world.harness.clock.advance(by: .milliseconds(1))
      try await world.release()
      #expect(try await world.message(reply.id, in: conversation).delivery == .queued)
    }
    #expect(events == [ReplyHeld.kind, ReplySent.kind])
  }

  @Test func `taken back, its words are the author's draft and it is the team's turn`()
    async throws
  {
    let reply = try await reply("Not quite right")
    #expect(try await world.harness.conversation(conversation).status == .waiting)
    let withdrawn = try await takeBack(reply)
    #expect(withdrawn.delivery == .withdrawn && withdrawn.mail == nil)
    #expect(!withdrawn.text.contains("right"))
    let drafts = try await world.harness.answer(FindDrafts(conversation: conversation))
    #expect(drafts.map(\.text) == ["Not quite right"])
    #expect(try await world.harness.conversation(conversation).status == .open)
    world.harness.clock.advance(by: .seconds(10))
    try await world.release()
    #expect(try await world.outgoing(.reply) == 0)
    #expect(try await world.harness.violations() == [])
  }

  @Test func `once released it cannot be taken back`() async throws {
    let reply = try await world.answer(conversation)
    await #expect(throws: CorrespondenceFailure.tooLate) { try await takeBack(reply) }
    #expect(try await world.message(reply.id, in: conversation).text == "Soon.")
  }

  @Test func `taken back twice is too late`() async throws {
    let reply = try await reply()
    _ = try await takeBack(reply)
    await #expect(throws: CorrespondenceFailure.tooLate) { try await takeBack(reply) }
  }

  @Test(arguments: 1...10)
  func `of release and taking back only one wins`(round: Int) async throws {
    let reply = try await reply()
    world.harness.clock.advance(by: .seconds(10))
    async let released: Void = world.release()
    async let taken = Result { try await takeBack(reply) }
    let wasTaken = await taken.isSuccess
    try await released
    let message = try await world.message(reply.id, in: conversation)
    #expect(message.delivery == (wasTaken ? .withdrawn : .queued))
    #expect(try await world.outgoing(.reply) == (wasTaken ? 0 : 1))
  }

  @Test func `a note never goes out`() async throws {
    try await world.harness.perform(AddNote(conversation: conversation, text: .init("Among us")))
    #expect(try await world.outgoing(.reply) == 0)
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }

  fileprivate var isSuccess: Bool { if case .success = self { true } else { false } }
}
