import ArgumentParser
import Foundation
import Storage
import Synchronization

/// Writes everything into one file.
struct BackUp: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write everything into one file, beside a running server."
  )

  @OptionGroup var storage: StorageOptions
  @Argument(help: "The file to write; it must not be there yet.", completion: .file())
  var file: String

  func run() async throws {
    try await storage.withInstallation { installation in
      let progress = Progress()
      try await installation.backup.write(to: URL(filePath: file)) { progress.note($0, $1) }
      print("backed up to \(file)")
    }
  }
}

/// Fills an empty database from a backup.
struct RestoreBackup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Fill an empty database from a backup of either engine."
  )

  @OptionGroup var storage: StorageOptions
  @Argument(help: "The backup.", completion: .file()) var file: String

  func run() async throws {
    try await storage.withInstallation { installation in
      let progress = Progress()
      try await installation.restore.read(from: URL(filePath: file)) { progress.note($0, $1) }
      print("restored from \(file)")
    }
  }
}

/// Says on standard error what is being copied, a line for each kind of thing.
private final class Progress: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func note(_ what: String, _ count: Int) {
    let (before, after) = counts.withLock { counts in
      let before = counts[what]
      counts[what] = (before ?? 0) + count
      return (before, (before ?? 0) + count)
    }
    // The first of each kind, and then each further ten thousand.
    guard before == nil || after / 10_000 > (before ?? 0) / 10_000 else { return }
    FileHandle.standardError.write(Data("\(what)… \(after)\n".utf8))
  }
}
