import ArgumentParser
import Foundation

/// Brings the schema up to date without serving.
struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the database's schema up to date, after a backup."
  )

  @OptionGroup var storage: StorageOptions

  func run() async throws {
    try await storage.withInstallation { installation in
      let applied = try await installation.migrate()
      for name in applied { print("applied \(name)") }
      if applied.isEmpty { print("nothing to apply") }
    }
  }
}
