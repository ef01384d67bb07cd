import ArgumentParser
import Foundation
import Understanding

/// Prints how far the corpus's first and second labels agree.
struct UnderstandAgreement: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Print Krippendorff's alpha of the corpus's first and second labels."
  )

  @OptionGroup var files: TrainingFiles

  func run() async throws {
    for language in TrainingFiles.languages {
      let messages = try LabelAgreement.messages(
        files.labels("first", language, replies: false),
        files.labels("second", language, replies: false)
      )
      show("\(language): \(messages.texts) messages labelled twice", messages.alphas)
      let replies = try LabelAgreement.replies(
        files.labels("first", language, replies: true),
        files.labels("second", language, replies: true)
      )
      show("\(language): \(replies.texts) replies labelled twice", replies.alphas)
    }
  }

  private func show(_ title: String, _ alphas: [(name: String, alpha: Double?)]) {
    print(title)
    for (name, alpha) in alphas {
      let value = alpha.map { String(format: "%.3f", $0) } ?? "-"
      print("  \(name.padding(toLength: 20, withPad: " ", startingAt: 0)) \(value)")
    }
  }
}
