import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ListCustomersTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @Test func `a customer is listed by an address, also one that came by a merge`() async throws {
    let (nikos, eleni) = (try await harness.customer("nikos"), try await harness.customer("eleni"))
    func listed(_ address: String) async throws -> [ID<Customer>] {
      let address = try EmailAddress("\(address)@anemone.example")
      return try await harness.answer(ListCustomers(email: address, window: Window())).items
        .map(\.id)
    }

    #expect(try await listed("nikos") == [nikos])
    #expect(try await listed("nobody") == [])
    try await harness.perform(MergeCustomers(survivor: eleni, other: nikos))
    #expect(try await listed("nikos") == [eleni])
  }
}
