import Foundation
import Storage

/// A folder for one database file, removed afterwards.
enum SQLiteFile {
  static func with(_ test: (URL) async throws -> Void) async throws {
    let folder = URL.temporaryDirectory.appending(path: "rapport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      try await test(folder.appending(path: "test.db"))
    } catch {
      try FileManager.default.removeItem(at: folder)
      throw error
    }
    try FileManager.default.removeItem(at: folder)
  }
}
