import Testing
import Understanding

@Suite struct IntentLearnerTests {
  private static let examples = [
    ("where is my parcel", "delivery"), ("my parcel has not arrived", "delivery"),
    ("when will the package be delivered", "delivery"), ("I want my money back", "refund"),
    ("please refund the payment", "refund"), ("how do I get a refund", "refund"),
  ].map { IntentExample($0.0, intent: $0.1) }

  @Test func `nothing learned, nothing guessed`() {
    #expect(IntentLearner().guess("hello") == nil)
  }

  @Test func `learns from a handful of examples`() {
    let learner = IntentLearner(examples: Self.examples)
    #expect(learner.guess("where is the parcel")?.intent == "delivery")
    #expect(learner.guess("refund my money")?.intent == "refund")
    #expect(learner.intents == ["delivery", "refund"])
  }

  @Test func `a new example counts at once`() {
    var learner = IntentLearner(examples: Self.examples)
    learner.learn(IntentExample("I forgot my password", intent: "login"))
    #expect(learner.guess("forgot password")?.intent == "login")
  }

  @Test func `what is like nothing known is out of scope`() {
    let learner = IntentLearner(examples: Self.examples)
    #expect(learner.guess("where is my parcel")?.isInScope == true)
    #expect(learner.guess("zebras graze quietly")?.isInScope == false)
  }

  @Test func `the same examples teach the same`() {
    let first = IntentLearner(examples: Self.examples).guess("my package")
    let second = IntentLearner(examples: Self.examples).guess("my package")
    #expect(first == second)
  }

  @Test func `the name of an intent is an example of it`() {
    let learner = IntentLearner(examples: [
      IntentExample("where is it", intent: "lost_parcel"),
      IntentExample("what do I owe", intent: "open_invoice"),
    ])
    #expect(learner.guess("the parcel was lost")?.intent == "lost_parcel")
    #expect(learner.guess("an invoice")?.intent == "open_invoice")
  }

  @Test func `texts learned as out of scope stay outside`() {
    var learner = IntentLearner(examples: Self.examples)
    let before = learner.guess("my parcel smells of fish")
    learner.learn(IntentExample("the parcel smells of cheese", intent: nil))
    let after = learner.guess("my parcel smells of fish")
    #expect((after?.confidence ?? 1) < (before?.confidence ?? 0))
    #expect(after?.isInScope == false)
  }

  @Test func `a single intent is enough`() {
    let learner = IntentLearner(examples: [IntentExample("where is my parcel", intent: "delivery")])
    #expect(learner.guess("where is my parcel")?.isInScope == true)
    #expect(learner.guess("zebras graze quietly")?.isInScope == false)
  }

  @Test func `an empty text is out of scope`() {
    let guess = IntentLearner(examples: Self.examples).guess("")
    #expect(guess?.isInScope == false)
  }
}
