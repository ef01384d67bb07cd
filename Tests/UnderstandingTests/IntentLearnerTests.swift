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
}
