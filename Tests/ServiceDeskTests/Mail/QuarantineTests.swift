import ServiceDesk
import Storage
import TestSupport
import Testing

/// Mail that could not be read waits for people.
@Suite struct QuarantineTests {
  private let world: MailWorld
  private let source: ID<MailSource>

  init() async throws {
    world = try await MailWorld()
    source = try await world.keep()
    try await world.harness.desk.perform(
      QuarantineMail(source: source, reason: "unparsable"),
      as: world.program
    )
  }

  private func state() async throws -> MailSource.State {
    try await world.harness.answer(FindMailSource(source: source)).state
  }

  @Test func `it is listed with its reason`() async throws {
    let listed = try await world.harness.answer(
      ListMailSources(state: .quarantined, window: Window())
    ).items
    #expect(listed.map(\.id) == [source] && listed.map(\.reason) == ["unparsable"])
  }

  @Test func `read once more, it is a message like any other`() async throws {
    #expect(try await world.harness.perform(RetryMail(source: source)).state == .waiting)
    let received = try await world.harness.desk.perform(
      ReceiveMail(source: source, mail: try .from("maria")),
      as: world.program
    )
    #expect(received.state == .received && received.message != nil)
    await #expect(throws: CorrespondenceFailure.alreadyReceived) {
      try await world.harness.perform(RetryMail(source: source))
    }
  }

  @Test func `a job stands by to read it once more, should nobody come to that`() async throws {
    func jobs() async throws -> [String] {
      try await world.harness.database.read { transaction in
        try transaction.rows("SELECT payload FROM job WHERE kind = \(ReadMailJob.kind)")
          .map { try $0[0] }
      }
    }
    #expect(try await jobs().isEmpty)
    try await world.harness.perform(RetryMail(source: source))
    #expect(try await jobs() == ["\(source)"])
  }

  @Test func `it can be brought to a conversation by hand, once`() async throws {
    let conversation = world.harness.anemone.conversation
    let assign = AssignMail(source: source, conversation: conversation, text: try .init("Read it"))
    let message = try await world.harness.perform(assign)
    #expect(message.kind == .incoming && message.text == "Read it")
    #expect(message.mail?.source == source)
    #expect(try await state() == .received)
    await #expect(throws: CorrespondenceFailure.alreadyReceived) {
      try await world.harness.perform(assign)
    }
  }

  @Test func `put away it stays, and is told once`() async throws {
    let events = try await world.harness.events {
      try await world.harness.perform(DiscardMail(source: source))
      try await world.harness.perform(DiscardMail(source: source))
    }
    #expect(events == [MailDiscarded.kind])
    #expect(try await state() == .discarded)
  }

  @Test func `what is settled is not quarantined`() async throws {
    let other = try await world.keep()
    try await world.harness.desk.perform(
      ReceiveMail(source: other, mail: try .from("maria")),
      as: world.program
    )
    try await world.harness.desk.perform(
      QuarantineMail(source: other, reason: "late"),
      as: world.program
    )
    #expect(try await world.harness.answer(FindMailSource(source: other)).state == .received)
  }
}
