import Foundation

/// A folder for one test, removed afterwards.
enum TemporaryFolder {
  static func with(_ test: (URL) async throws -> Void) async throws {
    let folder = URL.temporaryDirectory.appending(path: "rapport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      try await test(folder)
    } catch {
      try FileManager.default.removeItem(at: folder)
      throw error
    }
    try FileManager.default.removeItem(at: folder)
  }
}
