import ServiceDesk
import Storage
import TestSupport

/// The ids that requests name, as texts.
struct Ids: Equatable {
  /// What an id is of; path parameters are called like this.
  enum Noun: String, CaseIterable {
    case conversation, customer, agent, team, label, token, attachment, savedReply, inbox
    /// A customer who is merged into `customer`.
    case other
    /// A customer who is not.
    case stranger
    /// A conversation by mail that may belong to `conversation`.
    case correspondence
    /// Its first mail, which may still be taken back.
    case message
    /// An attachment that shows something.
    case picture
  }

  private var texts: [Noun: String]

  subscript(_ noun: Noun) -> String {
    get { texts[noun, default: "none"] }
    set { texts[noun] = newValue }
  }

  /// Ids of nothing.
  static let absent = Ids(
    texts: Dictionary(uniqueKeysWithValues: Noun.allCases.map { ($0, "123456789") })
  )
}

extension Ids {
  /// The ids of a world, to which it adds what was not there yet.
  init(of world: DeskHarness.World, in harness: DeskHarness) async throws {
    let desk = harness.desk
    let other = try await desk.customer("other", as: world.admin)
    _ = try await desk.perform(
      MergeCustomers(survivor: world.customer, other: other),
      as: world.admin
    )
    let label = try await desk.perform(AddLabel(name: .init("vip")), as: world.admin)
    let token = try await desk.perform(
      IssueToken(name: .init("Old"), grants: .read),
      as: world.admin
    )
    texts = [
      .conversation: world.conversation.description,
      .customer: world.customer.description,
      .agent: world.agent.description,
      .team: world.team.description,
      .label: label.id.description,
      .token: token.token.id.description,
      .attachment: try await desk.attachment("A file.", as: world.admin),
      .other: other.description,
      .stranger: try await desk.customer("stranger", as: world.admin).description,
      .picture: try await desk.attachment("A picture.", type: "image/png", as: world.admin),
      .savedReply: try await desk.perform(
        AddSavedReply(name: .init("Greeting"), text: .init("Dear {{customer.firstName}},")),
        as: world.admin
      ).id.description,
    ]
    texts[.inbox] = try await desk.perform(
      AddInbox(settings: .init(name: Inbox.Name("Shop"))),
      as: world.admin
    ).id.description
    let message = try await harness.correspondence(in: world)
    texts[.correspondence] = message.conversation.description
    texts[.message] = message.id.description
  }
}

extension DeskHarness {
  /// The held mail of a new conversation, which may belong to the world's first one.
  fileprivate func correspondence(in world: World) async throws -> Message {
    try await desk.addMailbox(as: world.admin)
    let conversation = try await desk.perform(
      StartConversation(
        customer: CustomerHandle(id: world.customer),
        text: Message.Body("Your lamp is here."),
        channel: .mail
      ),
      as: world.admin
    ).id
    try await database.write { [clock] transaction in
      try transaction.execute(
        """
        INSERT INTO join_proposal (account_id, conversation_id, target_id, reason, created_at)
        VALUES (\(world.account), \(conversation), \(world.conversation), 'subject', \(clock.now))
        """
      )
    }
    let messages = try await desk.answer(
      ListMessages(conversation: conversation, window: Window()),
      as: world.admin
    )
    return messages.items[0]
  }
}

extension Desk {
  /// A mailbox that can send.
  @discardableResult
  func addMailbox(
    at address: String = "support@anemone.example",
    as viewer: Viewer
  ) async throws -> ID<Mailbox> {
    let settings = Mailbox.Settings(
      name: try Mailbox.Name("Support"),
      address: try EmailAddress(address),
      outgoing: try MailServer(host: "mail.anemone.example", port: 465, security: .tls)
    )
    return try await perform(AddMailbox(settings: settings), as: viewer).id
  }

  fileprivate func customer(_ name: String, as viewer: Viewer) async throws -> ID<Customer> {
    let opened = try await perform(
      OpenConversation(
        customer: CustomerHandle(
          identities: [Identity(kind: .external, value: name)],
          name: Customer.Name(name)
        ),
        text: Message.Body("Hello")
      ),
      as: viewer
    )
    return opened.customer.id
  }

  func attachment(
    _ text: String,
    type: String = "text/plain",
    as viewer: Viewer
  ) async throws -> String {
    try await upload(
      Array(text.utf8),
      name: Attachment.FileName("letter.txt"),
      type: Attachment.MediaType(type),
      as: viewer,
      once: nil
    ) { StoredAnswer(status: 201, body: $0.id.description) }.body
  }
}
