import ServiceDesk
import Storage
import TestSupport
import Testing

/// Who a message is from: found by identities, or made.
@Suite struct CustomerHandleTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func open(
    id: ID<Customer>? = nil,
    _ identities: [Identity] = [],
    name: String? = nil
  ) async throws -> ID<Customer> {
    let name = try name.map { try Customer.Name($0) }
    return try await harness.perform(
      OpenConversation(
        customer: CustomerHandle(id: id, identities: identities, name: name),
        text: Message.Body("Hello")
      )
    ).customer.id
  }

  @Test func `an address that somebody has finds them, in whatever case`() async throws {
    let events = try await harness.events {
      let found = try await open([Identity(EmailAddress("MARIA@Anemone.example"))])
      #expect(found == harness.anemone.customer)
    }

    #expect(events == ["conversation.opened"])
  }

  @Test func `an address that nobody has makes a customer`() async throws {
    let events = try await harness.events {
      let made = try await open([.address("nikos")], name: "Νίκος")
      let customer = try await harness.customer(made)
      #expect(customer.name == "Νίκος")
      #expect(customer.identities == [try .address("nikos")])
      #expect(made != harness.anemone.customer)
    }

    #expect(events == ["customer.created", "conversation.opened"])
  }

  @Test func `without identities everyone is somebody new`() async throws {
    let (one, two) = (try await open(), try await open())

    #expect(one != two)
  }

  @Test func `each account has its own customers`() async throws {
    let customer = try await harness.desk.perform(
      OpenConversation(customer: .address("maria"), text: Message.Body("Hello")),
      as: harness.stefan
    ).customer.id

    #expect(customer != harness.anemone.customer)
  }

  @Test func `a new identity is added to whom the others find, and finds them from then on`()
    async throws
  {
    let phone = try Identity(kind: .phone, value: "+30 210 1234567")
    let events = try await harness.events {
      let found = try await open([.address("maria"), phone])
      #expect(found == harness.anemone.customer)
    }

    #expect(events == ["customer.changed", "conversation.opened"])
    #expect(try await open([phone]) == harness.anemone.customer)
    let found = try await harness.answer(
      SearchDesk(text: "+302101234567", kind: .customers, window: Window())
    )
    #expect(found.items.map(\.id) == [harness.anemone.customer.raw])
  }

  @Test func `an identity that somebody else has stays with them`() async throws {
    let nikos = try await harness.customer("nikos")

    #expect(try await open([.address("maria"), .address("nikos")]) == harness.anemone.customer)

    #expect(try await open([.address("nikos")]) == nikos)
    let maria = try await harness.customer(harness.anemone.customer)
    #expect(maria.identities == [try .address("maria")])
  }

  @Test func `a record is found by its id, and in the end of all merges`() async throws {
    let (nikos, eleni) = (try await harness.customer("nikos"), try await harness.customer("eleni"))
    #expect(try await open(id: nikos) == nikos)

    try await harness.perform(MergeCustomers(survivor: eleni, other: nikos))

    #expect(try await open(id: nikos) == eleni)
    #expect(try await open([.address("nikos")]) == eleni)
  }

  @Test func `a name is taken from whoever has none, and not from others`() async throws {
    let nikos = try await harness.customer("nikos")
    #expect(try await harness.customer(nikos).name == nil)

    let events = try await harness.events {
      _ = try await open([.address("nikos")], name: "Nikos")
      _ = try await open([.address("nikos")], name: "Somebody else")
    }

    #expect(try await harness.customer(nikos).name == "Nikos")
    #expect(events == ["customer.changed", "conversation.opened", "conversation.opened"])
  }

  @Test func `many at once from one new address make one customer`() async throws {
    let customers = try await withThrowingTaskGroup(of: ID<Customer>.self) { group in
      for _ in 0..<8 { group.addTask { try await open([.address("nikos")], name: "Nikos") } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }

    #expect(customers.count == 1)
    try await harness.feedConsumers()
    #expect(try await harness.violations() == [])
    let made = try await harness.log(of: harness.amina).count { $0 == "customer.created" }
    #expect(made == 2)
  }
}
