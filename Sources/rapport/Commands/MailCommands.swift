import ArgumentParser

/// What can be done with mail on the command line.
struct MailCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract: "Read mail, and try mailboxes.",
    subcommands: [MailParse.self, CheckMailbox.self]
  )
}
