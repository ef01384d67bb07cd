import ArgumentParser

/// What can be done with mail on the command line.
struct MailCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract: "Read mail.",
    subcommands: [MailParse.self]
  )
}
