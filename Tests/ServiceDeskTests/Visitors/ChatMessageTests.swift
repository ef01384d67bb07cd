import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ChatMessageTests {
  let harness: DeskHarness
  let browser: Browser

  init() async throws {
    harness = try await DeskHarness()
    browser = try await harness.browser(at: try await harness.inbox())
  }

  @Test func `the first message makes a customer and opens a conversation`() async throws {
    let events = try await harness.events { try await browser.write("Hello") }

    #expect(events == ["customer.created", "conversation.opened"])
    let message = try await browser.write("Anybody there?")
    let conversation = try await harness.conversation(message.conversation)
    #expect(conversation.channel == .chat && conversation.messageCount == 2)
    #expect(conversation.customer.name == nil)
    #expect(try await harness.violations() == [])
  }

  @Test func `what the customer writes is the customer's act`() async throws {
    try await browser.write("Hello")
    try await harness.numberEvents()

    let events = try await harness.answer(ReadEvents(after: 0, limit: 1_000))

    let opened = try #require(events.last { $0.event.kind == "conversation.opened" })
    #expect(try await opened.event.actor == harness.customer(of: browser).reference)
  }

  @Test func `customers see replies, and neither notes nor what was said elsewhere`() async throws {
    let hello = try await browser.write("Hello")
    let conversation = hello.conversation
    try await harness.reply("Hi!", in: conversation)
    try await harness.perform(AddNote(conversation: conversation, text: Message.Body("Odd one")))
    let customer = try await harness.customer(of: browser)
    try await harness.perform(
      ReceiveMessage(
        customer: CustomerHandle(id: customer),
        text: Message.Body("I call as well"),
        channel: .phone
      )
    )
    try await harness.reply("On the phone", in: conversation)

    #expect(try await browser.texts == ["Hello", "Hi!"])
    try await browser.write("Back here")
    try await harness.reply("Here too", in: conversation)
    let messages = try await browser.history().messages
    #expect(messages.map(\.text) == ["Hello", "Hi!", "Back here", "Here too"])
    #expect(
      messages.map(\.author) == [
        .customer, .agent(name: "Amina", picture: nil), .customer,
        .agent(name: "Amina", picture: nil),
      ]
    )
  }

  @Test func `a message reopens what was resolved lately, and else begins anew`() async throws {
    let first = try await browser.write("One").conversation
    try await harness.perform(Resolve(conversation: first))
    #expect(try await browser.write("Two").conversation == first)
    #expect(try await harness.conversation(first).status == .open)

    try await harness.perform(Resolve(conversation: first))
    harness.clock.advance(by: .days(15))
    let second = try await browser.write("Three").conversation
    #expect(second != first)
    #expect(try await browser.texts == ["One", "Two", "Three"])
    let history = try await browser.history()
    #expect(history.conversations == [second, first])
  }

  @Test func `a repeat under the same key gives the same message, however late`() async throws {
    let first = try await browser.write("Hello", key: "k1")
    let events = try await harness.events {
      harness.clock.advance(by: .days(3))
      let again = try await browser.write("Hello", key: "k1")
      #expect(again == first)
      await #expect(throws: OnceFailure.keyReused) { try await browser.write("Bye", key: "k1") }
    }

    #expect(events == [])
    #expect(first.key == "k1")
    try await harness.perform(Resolve(conversation: first.conversation))
    harness.clock.advance(by: .days(30))
    try await browser.write("Hello", key: "k2")
    #expect(try await browser.write("Hello", key: "k1") == first)
  }

  @Test func `many repeats at once are one message`() async throws {
    try await withThrowingTaskGroup(of: ID<Message>.self) { group in
      for _ in 0..<8 { group.addTask { try await browser.write("Hello", key: "k").id } }
      let ids = try await group.reduce(into: Set()) { $0.insert($1) }
      #expect(ids.count == 1)
    }
    #expect(try await browser.texts == ["Hello"])
  }

  @Test func `an agent's repeat under the same key is one reply, or one note`() async throws {
    let conversation = try await browser.write("Hello").conversation
    let reply = Reply(
      conversation: conversation,
      text: try Message.Body("Hi"),
      key: try Message.ClientKey("r")
    )
    let note = AddNote(
      conversation: conversation,
      text: try Message.Body("Hm"),
      key: try Message.ClientKey("n")
    )

    let (replied, noted) = (try await harness.perform(reply), try await harness.perform(note))
    #expect(try await harness.perform(reply) == replied)
    #expect(try await harness.perform(note) == noted)
    #expect(try await harness.conversation(conversation).messageCount == 3)
    #expect(try await browser.history().messages.map(\.key) == [nil, nil])
  }

  @Test func `the newest window comes first, and its cursor leads back`() async throws {
    for number in 1...5 { try await browser.write("\(number)") }
    let first = try #require(try await browser.history().conversations.first)
    try await harness.perform(Resolve(conversation: first))
    harness.clock.advance(by: .days(15))
    for number in 6...8 { try await browser.write("\(number)") }

    let newest = try await browser.history(Window(limit: 4))
    #expect(newest.messages.map(\.text) == ["5", "6", "7", "8"])
    let before = try await browser.history(Window(limit: 4, after: newest.older))
    #expect(before.messages.map(\.text) == ["1", "2", "3", "4"])
    #expect(before.older == nil)
  }

  @Test func `a window takes as many statements, however much there is`() async throws {
    let viewer = try await browser.viewer
    try await browser.write("Hello")
    let few = try await harness.statements(of: ChatMessages(window: Window()), as: viewer)
    let conversation = try #require(try await browser.history().conversations.first)
    for number in 1...60 { try await harness.reply("\(number)", in: conversation) }

    #expect(try await harness.statements(of: ChatMessages(window: Window()), as: viewer) == few)
    #expect(few <= 8)
  }

  @Test func `two browsers see nothing of each other`() async throws {
    let other = try await harness.browser(at: browser.inbox)
    let message = try await browser.write("Mine")
    try await other.write("Hers")

    #expect(try await browser.texts == ["Mine"])
    #expect(try await other.texts == ["Hers"])
    await #expect(throws: AccessFailure.noSuchMessage) {
      try await harness.desk.answer(FindChatMessage(message: message.id), as: other.viewer)
    }
    await #expect(throws: AccessFailure.noSuchMessage) {
      try await harness.desk.answer(ReadChat(message: message.id), as: other.viewer)
    }
  }

  @Test func `what an agent merges by a claim shows nobody's history`() async throws {
    let known = try await harness.browser(at: browser.inbox)
    try await known.write("My secret")
    try await browser.write("I am she")
    try await harness.perform(
      MergeCustomers(
        survivor: harness.customer(of: known),
        other: harness.customer(of: browser)
      )
    )

    try await browser.write("Show me")
    #expect(try await browser.texts == ["I am she", "Show me"])
    #expect(try await known.texts == ["My secret"])
  }

  @Test func `a visitor sends what it has uploaded, and reads what was sent to it`() async throws {
    let viewer = try await browser.viewer
    let other = try await harness.browser(at: browser.inbox)
    let own = try await harness.upload(as: viewer)
    let agents = try await harness.upload()
    for file in [agents, try await harness.upload(as: other.viewer)] {
      await #expect(throws: AccessFailure.noSuchAttachment) {
        try await browser.write("Look", attachments: [file])
      }
      await #expect(throws: AccessFailure.noSuchAttachment) {
        try await harness.desk.download(file, as: viewer)
      }
    }

    let sent = try await browser.write(nil, attachments: [own])
    #expect(sent.text == "parcel.jpg" && sent.attachments.map(\.id) == [own])
    let conversation = sent.conversation
    let noted = try await harness.upload()
    try await harness.perform(
      AddNote(conversation: conversation, text: Message.Body("x"), attachments: [noted])
    )
    try await harness.perform(
      Reply(conversation: conversation, text: Message.Body("y"), attachments: [agents])
    )

    #expect(try await harness.desk.download(own, as: viewer).1 == [1, 2, 3])
    #expect(try await harness.desk.download(agents, as: viewer).1 == [1, 2, 3])
    await #expect(throws: AccessFailure.noSuchAttachment) {
      try await harness.desk.download(noted, as: viewer)
    }
    await #expect(throws: AccessFailure.noSuchAttachment) {
      try await harness.desk.download(agents, as: other.viewer)
    }
    #expect(try await harness.violations() == [])
  }

  @Test func `a message needs text or a file`() async throws {
    await #expect(throws: TextFailure.tooShort(field: "text")) { try await browser.write(nil) }
  }
}
