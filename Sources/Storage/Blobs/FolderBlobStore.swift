package import Foundation

/// Blobs as files in a folder, beside an embedded database.
package struct FolderBlobStore: BlobStore {
  private let folder: URL

  /// - Parameter folder: made when the first blob is put.
  package init(folder: URL) { self.folder = folder }

  package func put(_ bytes: [UInt8], account: Int64) async throws -> BlobHash {
    let hash = BlobHash(of: bytes)
    let file = file(hash, account: account)
    if !FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
      try await offPool { try Self.write(bytes, to: file) }
    }
    return hash
  }

  package func bytes(_ hash: BlobHash, account: Int64) async throws -> [UInt8]? {
    let file = file(hash, account: account)
    return try await offPool {
      do {
        return [UInt8](try Data(contentsOf: file))
      } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
        return nil
      }
    }
  }

  /// All blobs that are there, of all accounts.
  func all() throws -> [(account: Int64, hash: BlobHash)] {
    let path = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    // Files that are still being written end in `.part` and so are no hashes.
    return try FileManager.default.subpathsOfDirectory(atPath: path).sorted().compactMap { entry in
      let parts = entry.split(separator: "/")
      guard parts.count == 3, let account = Int64(parts[0]),
        let hash = BlobHash(sqlValue: .text(String(parts[2])))
      else { return nil }
      return (account, hash)
    }
  }

  private func file(_ hash: BlobHash, account: Int64) -> URL {
    folder.appending(path: "\(account)/\(hash.hex.prefix(2))/\(hash.hex)")
  }

  /// Writes beside the place and renames, so that a file in place is always whole; both the file
  /// and its folder's entry are synced to the disk.
  private static func write(_ bytes: [UInt8], to file: URL) throws {
    let folder = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let part = folder.appending(path: "\(UUID().uuidString).part")
    try Data(bytes).write(to: part)
    try sync(part)
    guard rename(part.path(percentEncoded: false), file.path(percentEncoded: false)) == 0 else {
      throw BlobFailure.cannotStore(String(cString: strerror(errno)))
    }
    for entry in [folder, folder.deletingLastPathComponent()] { try sync(entry) }
  }

  private static func sync(_ item: URL) throws {
    let descriptor = open(item.path(percentEncoded: false), O_RDONLY)
    guard descriptor >= 0 else {
      throw BlobFailure.cannotStore(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw BlobFailure.cannotStore(String(cString: strerror(errno)))
    }
  }
}

/// Why bytes were not stored.
package enum BlobFailure: Error, Equatable {
  /// The disk refused; with the system's reason.
  case cannotStore(String)
}
