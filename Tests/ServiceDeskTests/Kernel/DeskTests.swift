import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct DeskTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private struct Refusal: Error {}

  /// Adds a label and then fails.
  private struct AddLabelAndFail: Command {
    func run(in work: Work) throws {
      _ = try AddLabel(name: Label.Name("parcel")).run(in: work)
      throw Refusal()
    }
  }

  /// A question that tries to change something.
  private struct Meddle: Query {
    func run(in work: Work) throws {
      _ = try AddLabel(name: Label.Name("parcel")).run(in: work)
    }
  }

  private var labels: Int {
    get async throws { try await harness.answer(ListLabels(window: Window())).items.count }
  }

  @Test func `a command that fails leaves neither rows nor events`() async throws {
    let events = try await harness.events {
      await #expect(throws: Refusal.self) { try await harness.perform(AddLabelAndFail()) }
    }

    #expect(events == [])
    #expect(try await labels == 0)
  }

  @Test func `a question cannot change anything`() async throws {
    let events = try await harness.events {
      await #expect(throws: DatabaseFailure.self) { try await harness.answer(Meddle()) }
    }

    #expect(events == [])
    #expect(try await labels == 0)
  }
}
