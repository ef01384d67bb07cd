import ArgumentParser
import Testing

@testable import rapport

@Suite struct ConfigurationOptionsTests {
  @Test func `every option reaches its setting`() throws {
    let names = [
      "config", "data", "database", "database-connections", "log-level", "log-format", "host",
      "port", "tls-certificate", "tls-key", "trusted-proxies", "public-url",
    ]
    let arguments = names.flatMap { ["--\($0)", "a value for \($0)"] }

    let command = try #require(AllOptions.parseAsRoot(arguments) as? AllOptions)
    let given = command.storage.given.merging(command.server.given) { $1 }

    #expect(given == Dictionary(uniqueKeysWithValues: names.map { ($0, "a value for \($0)") }))
  }

  @Test func `what was not given is left to the other sources`() throws {
    let command = try #require(AllOptions.parseAsRoot(["--port", "1"]) as? AllOptions)
    #expect(command.storage.given.isEmpty)
    #expect(command.server.given == ["port": "1"])
  }

  @Test func `help tells the default and the variable`() {
    #expect(AllOptions.helpMessage(columns: 200).contains("(default: 8080; RAPPORT_PORT)"))
  }
}

private struct AllOptions: ParsableCommand {
  @OptionGroup var storage: StorageOptions
  @OptionGroup var server: ServerOptions
}
