import ArgumentParser
import ServiceDesk

/// Fills an empty database with a small company.
struct Demonstrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Fill an empty database with a believable small company in three languages."
  )

  @OptionGroup var storage: StorageOptions

  func run() async throws {
    try await storage.withDesk { desk in
      let token = try await Demo(desk: desk).fill()
      print("the account Anemone is ready; its administrator's API token:")
      print(token.text)
    }
  }
}
