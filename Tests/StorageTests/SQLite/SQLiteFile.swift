import Foundation

/// A place for one database file, removed afterwards.
enum SQLiteFile {
  static func with(_ test: (URL) async throws -> Void) async throws {
    try await TemporaryFolder.with { try await test($0.appending(path: "test.db")) }
  }
}
