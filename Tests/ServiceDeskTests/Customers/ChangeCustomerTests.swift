import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ChangeCustomerTests {
  let harness: DeskHarness
  let maria: ID<Customer>

  init() async throws {
    harness = try await DeskHarness()
    maria = harness.anemone.customer
  }

  @Test func `what is changed is changed, and the rest stays`() async throws {
    harness.clock.advance(by: .seconds(1))
    let events = try await harness.events {
      let changed = try await harness.perform(
        ChangeCustomer(
          customer: maria,
          name: .init("Maria P."),
          addIdentities: [.init(kind: .external, value: "7")],
          attributes: ["plan": .text("gold"), "age": .number(41.5), "vip": .flag(true)]
        )
      )
      #expect(changed.name == "Maria P.")
      #expect(changed.identities.map(\.value) == ["maria@anemone.example", "7"])
      #expect(
        changed.attributes.values == [
          "plan": .text("gold"), "age": .number(41.5), "vip": .flag(true),
        ]
      )
      #expect(changed.updatedAt == harness.clock.now)
      #expect(changed.createdAt == TestClock.start)
      #expect(try await harness.customer(maria) == changed)
    }

    #expect(events == ["customer.changed"])
  }

  @Test func `an attribute is put over the others, and one of nothing is taken away`()
    async throws
  {
    try await harness.perform(
      ChangeCustomer(customer: maria, attributes: ["a": .text("1"), "b": .text("2")])
    )

    let changed = try await harness.perform(
      ChangeCustomer(customer: maria, attributes: ["b": nil, "c": .flag(false)])
    )

    #expect(changed.attributes.values == ["a": .text("1"), "c": .flag(false)])
    #expect(changed.name == "Maria")
  }

  @Test func `what is as it was is no change`() async throws {
    try await harness.perform(ChangeCustomer(customer: maria, attributes: ["a": .text("1")]))
    harness.clock.advance(by: .seconds(1))

    let events = try await harness.events {
      try await harness.perform(ChangeCustomer(customer: maria))
      try await harness.perform(
        ChangeCustomer(
          customer: maria,
          name: .init("Maria"),
          addIdentities: [.address("maria")],
          attributes: ["a": .text("1"), "none": nil]
        )
      )
    }

    #expect(events == [])
    #expect(try await harness.customer(maria).updatedAt == TestClock.start)
  }

  @Test func `a customer has up to 50 attributes`() async throws {
    let fifty = Dictionary(
      uniqueKeysWithValues: (0..<50).map { ("a\($0)", Attributes.Value?.some(.flag(true))) }
    )
    try await harness.perform(ChangeCustomer(customer: maria, attributes: fifty))

    await #expect(throws: AttributesFailure.tooMany) {
      try await harness.perform(ChangeCustomer(customer: maria, attributes: ["one": .flag(true)]))
    }
    let changed = try await harness.perform(
      ChangeCustomer(customer: maria, attributes: ["one": .flag(true), "a0": nil])
    )
    #expect(changed.attributes.values.count == 50)
  }

  @Test func `an identity that somebody else has is refused, and nothing is changed`()
    async throws
  {
    let nikos = try await harness.customer("nikos")

    let events = try await harness.events {
      await #expect(throws: CustomerFailure.identityTaken) {
        try await harness.perform(
          ChangeCustomer(customer: nikos, name: .init("N"), addIdentities: [.address("maria")])
        )
      }
    }

    #expect(events == [])
    #expect(try await harness.customer(nikos).name == nil)
  }

  @Test func `a customer is found by the new name and not by the old one`() async throws {
    try await harness.perform(ChangeCustomer(customer: maria, name: .init("Andromeda")))

    func found(_ text: String) async throws -> [Int64] {
      try await harness.answer(SearchDesk(text: text, kind: .customers, window: Window())).items
        .map(\.id)
    }
    #expect(try await found("Andromeda") == [maria.raw])
    #expect(try await found("maria@anemone.example") == [maria.raw])
  }
}
