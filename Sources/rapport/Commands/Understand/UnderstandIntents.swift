import ArgumentParser
import Foundation
import Understanding

/// Measures how well intents are learned from examples.
struct UnderstandIntents: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intents",
    abstract: "Learn intents from examples and measure them on others: text TAB intent."
  )

  @Option(help: "The examples to learn from.")
  var train: String

  @Option(help: "The examples to measure on.")
  var evaluate: String

  @Option(help: "The label that marks texts out of scope.")
  var outOfScope = "oos"

  @Option(help: "How many examples of each intent are learned; all without it.")
  var perIntent: Int?

  @OptionGroup var files: TrainingFiles

  func run() async throws {
    let clock = ContinuousClock()
    let examples = try examples()
    let start = clock.now
    let learner = IntentLearner(examples: examples)
    print("\(examples.count) examples, \(learner.intents.count) intents, \(clock.now - start)")
    var right = 0
    var confidences: [(value: Double, isRight: Bool, isInside: Bool)] = []
    let reading = clock.now
    for row in try files.rows(evaluate) {
      guard let truth = row.labels.first, let guess = learner.guess(row.text) else { continue }
      let isInside = truth != outOfScope
      let isRight = guess.intent == truth
      right += isRight ? 1 : 0
      confidences.append((guess.confidence, isRight, isInside))
    }
    let each = (clock.now - reading) / max(1, confidences.count)
    let inside = confidences.count(where: \.isInside)
    print("accuracy in scope \(share(right, inside)), \(each) each")
    guard inside < confidences.count else { return }
    print("threshold  accuracy-in-scope  out-of-scope-rejected")
    for threshold in stride(from: 0.2, through: 0.7, by: 0.025) {
      let accepted = confidences.count { $0.isInside && $0.isRight && $0.value >= threshold }
      let rejected = confidences.count { !$0.isInside && $0.value < threshold }
      let outside = confidences.count - inside
      print(String(format: "%.3f", threshold), share(accepted, inside), share(rejected, outside))
    }
  }

  private func examples() throws -> [IntentExample] {
    var counts: [Substring: Int] = [:]
    return try files.rows(train).compactMap { row in
      guard let label = row.labels.first else { return nil }
      counts[label, default: 0] += 1
      guard counts[label, default: 0] <= perIntent ?? .max else { return nil }
      return IntentExample(row.text, intent: label == outOfScope ? nil : String(label))
    }
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    String(format: "%.3f", Double(part) / Double(max(1, whole)))
  }
}
