import Foundation

/// The samples beside the repository, where a machine has them.
enum SharedMail {
  /// Mail by its path below `data/mail/` and a folder, in alphabetical order.
  static func files(in folder: String) -> [String] {
    let root = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (found ?? []).filter { $0.hasSuffix(".eml") }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  static let isPresent = FileManager.default.fileExists(atPath: root.path)

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data/mail")
}
