import ArgumentParser
import Foundation
import Understanding

/// Measures the reading of messages that were not trained on, and what more of them would bring.
struct UnderstandValidate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Cross-validate the reading of the corpus by groups of near-duplicates."
  )

  @OptionGroup var files: TrainingFiles
  @OptionGroup var model: ModelOptions

  @Flag(help: "Also with 20, 40, 60 and 80 % of the messages.")
  var curve = false

  func run() async throws {
    let validation = CorpusValidation(try files.material(), model: try model.load())
    for share in curve ? [0.2, 0.4, 0.6, 0.8, 1] : [1] {
      print("trained on \(Int(share * 100)) % of the other messages; macro-F1:")
      print("lang messages polarity emotions loyalty urgent churn barriers root")
      let lines = validation.run(share: share)
      for line in lines { print(Self.row(line)) }
      if share == 1 { lines.forEach(printLabels) }
    }
  }

  private static func row(_ line: CorpusValidation.Line) -> String {
    let values = [
      line.polarity, line.emotions, line.loyalty, line.urgent, line.churn, line.barriers,
      line.roots,
    ]
    let cells = values.map { String(format: "%7.3f", $0) }.joined(separator: " ")
    return "\(line.language.padding(toLength: 4, withPad: " ", startingAt: 0)) "
      + String(format: "%8d", line.messages) + " " + cells
  }

  private func printLabels(_ line: CorpusValidation.Line) {
    print("\n\(line.language): label F1 precision recall texts")
    for (name, tally) in line.labels {
      let cells = [tally.f1, tally.precision, tally.recall]
        .map { String(format: "%.3f", $0) }.joined(separator: " ")
      print(
        "  \(name.padding(toLength: 20, withPad: " ", startingAt: 0)) \(cells) \(tally.support)"
      )
    }
  }
}
