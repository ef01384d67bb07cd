import ArgumentParser

/// What this machine can do with the libraries alone: the measure of what the program does.
@main struct Limits: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-limits",
    abstract: "The machine's limits, through bare libraries.",
    subcommands: [Commits.self, Route.self]
  )
}
