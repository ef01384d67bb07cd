import ArgumentParser

/// The command line.
@main
struct Rapport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport",
    abstract: "Customer service that understands: one program, one folder of data.",
    version: "0.1.0",
    subcommands: [
      Serve.self, Admin.self, Migrate.self, BackUp.self, RestoreBackup.self, Examine.self,
      Reindex.self, Demonstrate.self, Import.self, MailCommands.self, Understand.self,
    ]
  )
}
