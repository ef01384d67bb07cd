/// Sets up a desk that nobody uses yet: the account with its owner, an inbox for web chat, and in
/// it a conversation to try, from a customer who was made up.
///
/// - Throws: ``AgentFailure/emailTaken``, ``InboxFailure/nameTaken`` where there is something
///   already.
package struct SetUpDesk: Command {
  package static let scopes = Scopes.admin

  /// What there is to try at first, in the owner's language.
  package struct Example: Sendable {
    package var inbox: Inbox.Settings
    package var customer: Customer.Name
    package var message: Message.Body
    package var language: LanguageTag

    package init(
      inbox: Inbox.Settings,
      customer: Customer.Name,
      message: Message.Body,
      language: LanguageTag
    ) {
      self.inbox = inbox
      self.customer = customer
      self.message = message
      self.language = language
    }
  }

  /// What was made.
  package struct SetUp: Sendable, Equatable {
    package let owner: CreateAdministrator.Created
    package let inbox: ID<Inbox>
    package let conversation: ID<Conversation>
  }

  package var owner: CreateAdministrator
  package var example: Example

  package init(owner: CreateAdministrator, example: Example) {
    self.owner = owner
    self.example = example
  }

  package func run(in work: Work) throws -> SetUp {
    let created = try owner.run(in: work)
    let account = work.acting(as: .system(of: created.account))
    let inbox = try AddInbox(settings: example.inbox).run(in: account)
    return SetUp(
      owner: created,
      inbox: inbox.id,
      conversation: try write(to: inbox.id, in: account)
    )
  }

  /// The customer comes the way all customers of a chat come.
  private func write(to inbox: ID<Inbox>, in work: Work) throws -> ID<Conversation> {
    let admitted = try AdmitVisitor(inbox: inbox, language: example.language).run(in: work)
    let visitor = work.acting(
      as: Viewer(account: work.account, actor: .visitor(admitted.visitor), scopes: [])
    )
    _ = try ClaimIdentity(name: example.customer).run(in: visitor)
    return try WriteChatMessage(text: example.message).run(in: visitor).conversation
  }
}
