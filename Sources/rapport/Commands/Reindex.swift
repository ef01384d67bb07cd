import ArgumentParser
import ServiceDesk

/// Has everything indexed again.
struct Reindex: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Have the running server index everything again, as after a change of its rules."
  )

  @OptionGroup var storage: StorageOptions

  func run() async throws {
    try await storage.withDesk { desk in
      let count = try await desk.rebuildIndexes()
      print("\(count) accounts will be indexed again")
    }
  }
}
