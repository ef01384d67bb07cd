import ServiceDesk
import Storage
import TestSupport

extension DeskHarness {
  /// The kinds of the events that `body` leaves in Anemone's log.
  func events(of body: () async throws -> Void) async throws -> [String] {
    let before = try await log(of: amina).count
    try await body()
    return Array(try await log(of: amina).dropFirst(before))
  }

  /// Performs `command` as Amina.
  @discardableResult
  func perform<C: Command>(_ command: C) async throws -> C.Output {
    try await desk.perform(command, as: amina)
  }

  /// Answers `query` as Amina.
  func answer<Q: Query>(_ query: Q) async throws -> Q.Output {
    try await desk.answer(query, as: amina)
  }

  /// Opens a conversation of a customer with this address.
  @discardableResult
  func open(_ text: String = "Hello", from name: String = "maria") async throws -> Conversation {
    try await perform(
      OpenConversation(customer: .address(name), text: Message.Body(text))
    )
  }

  /// Takes in a message by telephone from a customer with this address.
  @discardableResult
  func call(_ text: String = "Hello?", from name: String = "maria") async throws
    -> ReceiveMessage.Received
  {
    try await perform(
      ReceiveMessage(customer: .address(name), text: Message.Body(text), channel: .phone)
    )
  }

  /// Makes a customer who has this address alone.
  func customer(_ name: String) async throws -> ID<Customer> {
    try await open(from: name).customer.id
  }

  func conversation(_ id: ID<Conversation>) async throws -> Conversation {
    try await answer(FindConversation(conversation: id))
  }

  func customer(_ id: ID<Customer>) async throws -> Customer {
    try await answer(FindCustomer(customer: id))
  }

  /// Uploads a file of these bytes.
  func upload(_ bytes: [UInt8] = [1, 2, 3], as viewer: Viewer? = nil) async throws
    -> ID<Attachment>
  {
    let answer = try await desk.upload(
      bytes,
      name: Attachment.FileName("parcel.jpg"),
      type: Attachment.MediaType("image/jpeg"),
      as: viewer ?? amina,
      once: nil
    ) { StoredAnswer(status: 201, body: $0.id.description) }
    return ID(Int64(answer.body) ?? 0)
  }

  /// Feeds the consumers until they have seen all.
  func feedConsumers() async throws {
    try await numberEvents()
    try await ConsumerRunner(
      DailyActivity(),
      database: database,
      node: 0,
      now: { [clock] in clock.now },
      logger: logger
    ).drain()
  }

  /// Fires the timers that are due.
  func fireTimers() async throws {
    try await TimerRunner(
      handlers: [SnoozeTimer(ids: desk.ids)],
      database: database,
      now: { [clock] in clock.now },
      logger: logger
    ).drain()
  }
}

extension CustomerHandle {
  /// Whoever has the address, at Anemone's customers' domain.
  static func address(_ name: String) throws -> CustomerHandle {
    CustomerHandle(identities: [try .address(name)])
  }
}

extension Identity {
  static func address(_ name: String) throws -> Identity {
    Identity(try EmailAddress("\(name)@anemone.example"))
  }
}
