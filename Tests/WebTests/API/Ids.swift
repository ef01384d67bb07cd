import ServiceDesk
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
  }
}

extension Desk {
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
