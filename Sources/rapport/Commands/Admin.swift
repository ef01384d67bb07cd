import ArgumentParser
import Foundation
import ServiceDesk
import Web

/// Manages administrators.
struct Admin: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Manage administrators.",
    subcommands: [Create.self]
  )

  /// Makes an administrator, and whatever is missing around one.
  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create an administrator; prints one line of JSON with an API token."
    )

    @OptionGroup var storage: StorageOptions
    @Option(help: "The administrator's email address.") var email: String
    @Option(help: "The administrator's name.") var name: String
    @Option(help: "The account; made where it is missing.") var account = "Rapport"
    @Flag(help: "Read the password, one line, from standard input.") var passwordStdin = false

    func run() async throws {
      try await storage.withDesk { desk in
        let command = CreateAdministrator(
          account: try Account.Name(account),
          name: try Agent.Name(name),
          email: try EmailAddress(email),
          password: try password()
        )
        let created = try await desk.perform(command, as: .system(of: ID(0)))
        var json = JSONWriter()
        json.object { json in
          json.member("account", created.account)
          json.member("agent", created.agent)
          json.member("token", created.token.text)
        }
        print(json.text)
      }
    }

    private func password() throws -> PasswordHash? {
      guard passwordStdin else { return nil }
      guard let line = readLine() else {
        throw OperationFailure("no password on standard input; one line is needed")
      }
      return try PasswordHash(of: line)
    }
  }
}
