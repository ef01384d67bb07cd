import Crypto
package import Logging
package import ServiceDesk
package import Storage

/// A desk over a real database, with a clock that tests move and a small world that all know.
///
/// In the account Anemone work Amina (administrator) and Ben; Maria is a customer who has written
/// once. Basil is another account, where Stefan works and Sara is a customer.
package struct DeskHarness: Sendable {
  package let desk: Desk
  package let clock: TestClock
  package let anemone: World
  package let basil: World

  /// One account's people and first conversation.
  package struct World: Sendable {
    package let account: ID<Account>
    package let admin: Viewer
    package let agent: ID<Agent>
    package let team: ID<Team>
    package let customer: ID<Customer>
    package let conversation: ID<Conversation>
    /// The bearer token of the administrator.
    package let token: String
  }

  package var database: Database { desk.database }
  package var amina: Viewer { anemone.admin }
  package var stefan: Viewer { basil.admin }
  package let ben: ID<Agent>

  /// Makes the world anew; without a `reader` nothing of what customers write is read.
  package init(reader: TextReader? = nil) async throws {
    let clock = TestClock()
    let database = try await TestDatabase.migrated()
    self.clock = clock
    desk = Desk(
      database: database,
      blobs: DatabaseBlobStore(database: database),
      ids: IDSource(
        node: 0,
        floor: Timestamp(milliseconds: 0),
        validUntil: Timestamp(milliseconds: .max),
        now: { clock.now }
      ),
      secrets: SecretBox(key: SymmetricKey(size: .bits256)),
      reader: reader,
      now: { clock.now }
    )
    anemone = try await desk.world(account: "Anemone", agent: "Amina", customer: "Maria")
    basil = try await desk.world(account: "Basil", agent: "Stefan", customer: "Sara")
    ben = try await desk.perform(
      AddAgent(name: .init("Ben"), email: .init("ben@anemone.example")),
      as: anemone.admin
    ).id
  }

  /// A logger that says nothing.
  package var logger: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

  /// The kinds of the account's events, oldest first.
  package func log(of viewer: Viewer) async throws -> [String] {
    try await numberEvents()
    return try await desk.answer(ReadEvents(after: 0, limit: 10_000), as: viewer).map(\.event.kind)
  }

  /// Gives positions to what has been committed, where the engine does so later.
  package func numberEvents() async throws {
    guard database.dialect.numbersAfterCommit else { return }
    while try await EventSequencer(database: database).number() > 0 {}
  }

  /// What the doctor finds broken.
  package func violations() async throws -> [Finding] {
    try await Doctor(desk: desk).examine().filter { !$0.holds }
  }
}

extension Desk {
  fileprivate func world(
    account name: String,
    agent: String,
    customer: String
  ) async throws -> DeskHarness.World {
    let created = try await perform(
      CreateAdministrator(
        account: Account.Name(name),
        name: Agent.Name(agent),
        email: EmailAddress("\(agent)@\(name).example")
      ),
      as: .system(of: ID(0))
    )
    let admin = Viewer(account: created.account, actor: .agent(created.agent))
    let conversation = try await perform(
      OpenConversation(
        customer: CustomerHandle(
          identities: [Identity(try EmailAddress("\(customer)@\(name).example"))],
          name: try Customer.Name(customer)
        ),
        subject: try Conversation.Subject("First order"),
        text: try Message.Body("Where is my parcel?")
      ),
      as: admin
    )
    let teams = try await answer(ListTeams(window: Window()), as: admin)
    return DeskHarness.World(
      account: created.account,
      admin: admin,
      agent: created.agent,
      team: teams.items[0].id,
      customer: conversation.customer.id,
      conversation: conversation.id,
      token: created.token.text
    )
  }
}
