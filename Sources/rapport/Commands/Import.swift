import ArgumentParser

/// Brings in what lies elsewhere.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring in what lies elsewhere.",
    subcommands: [ImportMbox.self]
  )
}
