import Foundation
import Understanding

/// Prints what an evaluation found.
enum EvaluationTable {
  /// Confusions of more labels than this would fill no screen.
  private static let confusionLimit = 16
  /// How many kinds of mistakes are told of.
  private static let mistakeLimit = 12

  static func show(_ evaluation: TextEvaluation, title: String) {
    print("\(title): \(evaluation.texts) texts")
    print("macro F1 \(number(evaluation.macroF1))  micro F1 \(number(evaluation.microF1))")
    let seconds =
      Double(evaluation.duration.components.seconds)
      + Double(evaluation.duration.components.attoseconds) * 1e-18
    let rate = seconds > 0 ? Double(evaluation.texts) / seconds : 0
    print("messages per second \(Int(rate)) (\(number(1e6 / max(rate, 1))) µs each)")
    let error = evaluation.calibrationError.map(number)
    print("calibration error \(error ?? "unknown: no probability is stated of these labels")")
    print(padded("label") + "    F1  precision recall  texts")
    for (label, tally) in evaluation.tallies.sorted(by: { $0.key < $1.key }) {
      print(
        "\(padded(label)) \(number(tally.f1))  \(number(tally.precision))  "
          + "\(number(tally.recall))  \(tally.support)"
      )
    }
    showLanguages(evaluation.languages)
    showConfusion(evaluation.confusion)
    // Where each text has one label, the confusion has told it already.
    let single = evaluation.confusion.values.reduce(0) { $0 + $1.values.reduce(0, +) }
    if single < evaluation.texts { showMistakes(evaluation.mistaken) }
    print("")
  }

  private static func showLanguages(_ languages: [String: [String: Tally]]) {
    guard languages.count > 1 else { return }
    print(padded("language") + "  macro F1  labels")
    for (language, tallies) in languages.sorted(by: { $0.key < $1.key }) {
      let support = tallies.values.reduce(0) { $0 + $1.support }
      print("\(padded(language))  \(number(TextEvaluation.macroF1(tallies)))     \(support)")
    }
  }

  /// Of texts with several labels: which was missed where which other was given.
  private static func showMistakes(_ mistakes: [TextEvaluation.Mistake: Int]) {
    guard !mistakes.isEmpty else { return }
    print("most often taken for another")
    let sorted = mistakes.sorted {
      ($1.value, $0.key.truth, $0.key.given) < ($0.value, $1.key.truth, $1.key.given)
    }
    for (mistake, count) in sorted.prefix(mistakeLimit) {
      print("\(padded(mistake.truth)) as \(padded(mistake.given)) \(count)")
    }
  }

  private static func showConfusion(_ confusion: [String: [String: Int]]) {
    guard !confusion.isEmpty, confusion.count <= confusionLimit else { return }
    print("truth: what was given instead or rightly, and how often")
    for (truth, guesses) in confusion.sorted(by: { $0.key < $1.key }) {
      let list = guesses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.key) \($0.value)" }
      print("\(padded(truth)) \(list.joined(separator: ", "))")
    }
  }

  private static func number(_ value: Double) -> String { String(format: "%.3f", value) }

  private static func padded(_ text: String) -> String {
    text.padding(toLength: max(22, text.count), withPad: " ", startingAt: 0)
  }
}
