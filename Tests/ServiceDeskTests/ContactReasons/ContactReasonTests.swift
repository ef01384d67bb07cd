import ServiceDesk
import TestSupport
import Testing
import Understanding

@Suite struct ContactReasonTests {
  let harness: DeskHarness
  let reader = ContactReasonReader()

  init() async throws { harness = try await DeskHarness() }

  private static let lessons = [
    ("Where is my parcel?", "Delivery"), ("The parcel has not arrived yet", "Delivery"),
    ("When will you deliver my order?", "Delivery"), ("My delivery is three days late", "Delivery"),
    ("The invoice shows a wrong amount", "Billing"), ("I was charged twice on my card", "Billing"),
    ("Please correct my last bill", "Billing"), ("Why is there a fee on the invoice?", "Billing"),
  ]

  @discardableResult
  private func teach(_ text: String, _ reason: String?) async throws -> [ContactReason] {
    try await harness.perform(
      TeachContactReason(text: text, reason: reason.map { try ContactReason.Name($0) })
    )
  }

  private func teachAll() async throws {
    for (text, reason) in Self.lessons { try await teach(text, reason) }
  }

  private func guess(
    _ text: String,
    as viewer: Viewer? = nil,
    by reader: ContactReasonReader? = nil
  ) async throws -> String? {
    try await (reader ?? self.reader).guess(
      text,
      desk: harness.desk,
      viewer: viewer ?? harness.amina
    )?.intent
  }

  @Test func `texts are told by the examples, each account's by its own`() async throws {
    #expect(try await guess("Where is the parcel with my order?") == nil)
    try await teachAll()
    #expect(try await guess("Where is the parcel with my order?") == "Delivery")
    #expect(try await guess("I was charged a wrong amount") == "Billing")
    #expect(try await guess("Is the swimming hall open on Sundays?") == nil)
    #expect(try await guess("Where is my parcel?", as: harness.stefan) == nil)
    let reasons = try await harness.answer(ListContactReasons())
    #expect(reasons.map(\.name) == ["Billing", "Delivery"] && reasons.map(\.examples) == [4, 4])
    let theirs = try await harness.desk.answer(ListContactReasons(), as: harness.stefan)
    #expect(theirs.isEmpty)
  }

  @Test func `a new example counts from the next text on, on every node`() async throws {
    try await teachAll()
    let other = ContactReasonReader()
    let question = "Are there gift vouchers for children?"
    #expect(try await guess(question) == nil)
    #expect(try await guess(question, by: other) == nil)
    for text in [
      "Can I buy a gift voucher here?", "Do you sell vouchers as a gift?",
      "Is there a gift voucher for a child?", "How long are your gift vouchers valid?",
    ] {
      try await teach(text, "Gift vouchers")
    }
    #expect(try await guess(question) == "Gift vouchers")
    #expect(try await guess(question, by: other) == "Gift vouchers")
  }

  @Test func `what was exported is taken over, and forgotten`() async throws {
    try await teachAll()
    try await teach("What is the weather like?", nil)
    let exported = try await harness.answer(FindContactReasonLessons()).examples
    #expect(exported.count == 9 && exported.last?.intent == nil)
    let events = try await harness.events {
      let left = try await harness.perform(ReplaceContactReasons())
      #expect(left.isEmpty)
    }
    #expect(events == ["contactReasons.changed"])
    #expect(try await guess("Where is my parcel?") == nil)
    try await harness.perform(ReplaceContactReasons(examples: exported))
    #expect(try await guess("Where is my parcel?") == "Delivery")
    #expect(try await harness.answer(FindContactReasonLessons()).examples == exported)
  }

  @Test func `an account has room for so many examples`() async throws {
    let example = IntentExample(intent: "Delivery", hashes: [1])
    let many = Array(repeating: example, count: ContactReasonLessons.limit)
    await #expect(throws: ContactReasonFailure.tooManyExamples) {
      try await harness.perform(ReplaceContactReasons(examples: many + [example]))
    }
    #expect(try await harness.answer(ListContactReasons()).isEmpty)
  }
}
