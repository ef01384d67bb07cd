import Storage
import TestSupport
import Testing

@testable import ServiceDesk

/// What agents are told by mail.
@Suite struct MailNoticesTests {
  private let world: DeskHarness

  init() async throws {
    world = try await DeskHarness()
    try await world.addMailbox(acknowledges: false)
    try await world.writeNotices()
  }

  private var conversation: ID<Conversation> { world.anemone.conversation }

  private func told() async throws -> [Letter.Content] {
    try await world.writeNotices()
    return try await world.outbox(.notice).compactMap(\.letter.content)
  }

  private func assignToBen() async throws {
    _ = try await world.perform(Assign(conversation: conversation, owner: .agent(world.ben)))
  }

  private func prefer(_ notices: MailPreferences.Notices) async throws {
    _ = try await world.desk.perform(
      ChangeMailPreferences(notices: notices),
      as: world.benViewer
    )
  }

  @Test func `who is given a conversation is told, and who takes one is not`() async throws {
    try await assignToBen()
    #expect(
      try await told() == [.notice(.assigned, about: nil, by: world.anemone.agent)]
    )
    let sent = try #require(try await world.outbox(.notice).first)
    #expect(sent.letter.subject == "#1 First order" && sent.agent == world.ben)
    #expect(sent.letter.recipients.all.map(\.address.text) == ["ben@anemone.example"])
    _ = try await world.perform(
      Assign(conversation: conversation, owner: .agent(world.anemone.agent))
    )
    #expect(try await told().count == 1)
  }

  @Test(arguments: [
    (MailPreferences.Notices.none, false, 0), (.none, true, 0), (.away, false, 1),
    (.away, true, 0), (.always, false, 1), (.always, true, 1),
  ])
  func `an agent is told when the agent wants it`(
    notices: MailPreferences.Notices,
    isAvailable: Bool,
    count: Int
  ) async throws {
    try await prefer(notices)
    _ = try await world.desk.perform(
      SetAvailability(isAvailable: isAvailable),
      as: world.benViewer
    )
    try await assignToBen()
    #expect(try await told().count == count)
  }

  @Test func `who is spoken of in a note is told, but not its writer`() async throws {
    let note = try await world.perform(
      AddNote(conversation: conversation, text: Message.Body("@ben and @Amina, please look"))
    )
    #expect(
      try await told() == [.notice(.mentioned, about: note.id, by: world.anemone.agent)]
    )
  }

  @Test func `a customer's message in an own conversation is told`() async throws {
    _ = try await world.perform(
      ContinueConversation(conversation: conversation, text: Message.Body("Nobody's"))
    )
    #expect(try await told().isEmpty)
    try await assignToBen()
    let message = try await world.perform(
      ContinueConversation(conversation: conversation, text: Message.Body("Hello?"))
    )
    #expect(try await told().last == .notice(.written, about: message.id, by: nil))
  }

  @Test func `what is imported is told to nobody`() async throws {
    let mailbox = try await world.answer(ListMailboxes())[0].id
    let first = try await world.receive(
      world.mail("One", id: "a@x"),
      through: mailbox,
      isImport: true
    )
    let opened = try #require(first.conversation)
    _ = try await world.perform(Assign(conversation: opened, owner: .agent(world.ben)))
    let before = try await told().count
    var next = try world.mail("Two", id: "b@x")
    next.references = ["a@x"]
    let second = try await world.receive(next, through: mailbox, isImport: true)
    #expect(second.conversation == opened)
    #expect(try await told().count == before)
  }

  @Test func `without a mailbox to send through nobody is told`() async throws {
    let other = try await DeskHarness()
    try await other.writeNotices()
    _ = try await other.perform(
      Assign(conversation: other.anemone.conversation, owner: .agent(other.ben))
    )
    try await other.writeNotices()
    #expect(try await other.outbox().isEmpty)
  }

  @Test func `nobody gets more than sixty in an hour`() async throws {
    try await assignToBen()
    for number in 1...61 {
      _ = try await world.perform(
        ContinueConversation(conversation: conversation, text: Message.Body("\(number)"))
      )
    }
    #expect(try await told().count == 60)
  }

  @Test func `a quarantine is told at most once an hour, to administrators`() async throws {
    for _ in 1...2 {
      var mail = try world.mail("Nobody's")
      mail.from = nil
      try await world.receive(mail, through: nil)
    }
    try await world.writeNotices()
    let alerts = try await world.outbox(.alert)
    #expect(alerts.map(\.letter.content) == [.alert(.mailQuarantined, mailbox: nil)])
    #expect(alerts.map(\.agent) == [world.anemone.agent])
    world.clock.advance(by: .hours(1))
    var mail = try world.mail("Nobody's")
    mail.from = nil
    try await world.receive(mail, through: nil)
    try await world.writeNotices()
    #expect(try await world.outbox(.alert).count == 2)
  }

  @Test func `a mailbox that fails is told`() async throws {
    let mailbox = try await world.answer(ListMailboxes())[0].id
    for _ in 1...2 {
      try await world.perform(NoteMailboxHealth(mailbox: mailbox, error: "no route"))
      world.clock.advance(by: NoteMailboxHealth.patience)
    }
    try await world.writeNotices()
    #expect(
      try await world.outbox(.alert).map(\.letter.content)
        == [.alert(.mailboxFailed, mailbox: mailbox)]
    )
  }
}
