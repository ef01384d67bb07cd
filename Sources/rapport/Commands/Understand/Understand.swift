import ArgumentParser

/// Reads what customers feel and want, and builds and measures what reads it.
struct Understand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read what customers feel and want, from JSON lines; train and measure it.",
    subcommands: [
      UnderstandLines.self, UnderstandTrain.self, UnderstandEvaluate.self, UnderstandValidate.self,
      UnderstandIntents.self, UnderstandAgreement.self,
    ],
    defaultSubcommand: UnderstandLines.self
  )
}
