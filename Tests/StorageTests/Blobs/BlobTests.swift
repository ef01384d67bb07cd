import Foundation
import Storage
import TestSupport
import Testing

@Suite struct BlobTests {
  /// Where bytes can lie.
  enum Place: CaseIterable { case folder, database }

  private func withStore(
    in place: Place,
    _ test: (any BlobStore, URL) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with { folder in
      let folder = folder.appending(path: "blobs")
      switch place {
      case .folder: try await test(FolderBlobStore(folder: folder), folder)
      case .database:
        try await test(DatabaseBlobStore(database: TestDatabase.migrated()), folder)
      }
    }
  }

  @Test(arguments: Place.allCases, [[0], Array(0...255), Array("καλημέρα".utf8)] as [[UInt8]])
  func `bytes come back by their hash`(place: Place, bytes: [UInt8]) async throws {
    try await withStore(in: place) { store, _ in
      let hash = try await store.put(bytes, account: 1)

      #expect(hash == BlobHash(of: bytes))
      #expect(try await store.bytes(hash, account: 1) == bytes)
    }
  }

  @Test(arguments: Place.allCases)
  func `what is not there is nothing, and another account's is not there`(place: Place)
    async throws
  {
    try await withStore(in: place) { store, _ in
      let hash = try await store.put([1, 2, 3], account: 1)

      #expect(try await store.bytes(BlobHash(of: [9]), account: 1) == nil)
      #expect(try await store.bytes(hash, account: 2) == nil)
    }
  }

  @Test(arguments: Place.allCases)
  func `the same bytes can be put again, one after the other and at once`(place: Place)
    async throws
  {
    try await withStore(in: place) { store, _ in
      let hash = try await store.put([1, 2, 3], account: 1)
      try await withThrowingTaskGroup(of: BlobHash.self) { group in
        for _ in 0..<8 { group.addTask { try await store.put([1, 2, 3], account: 1) } }
        for try await again in group { #expect(again == hash) }
      }

      #expect(try await store.bytes(hash, account: 1) == [1, 2, 3])
    }
  }

  @Test func `a folder keeps whole files alone`() async throws {
    try await withStore(in: .folder) { store, folder in
      let hash = try await store.put([1, 2, 3], account: 7)

      let files = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))?
        .compactMap { $0 as? String }.sorted()
      let first = hash.hex.prefix(2)
      #expect(files == ["7", "7/\(first)", "7/\(first)/\(hash.hex)"])
    }
  }

  @Test func `a folder that cannot be written to is a failure, and nothing is left`() async throws {
    try await withStore(in: .folder) { store, folder in
      // A file where the folder would be.
      try Data("in the way".utf8).write(to: folder)

      await #expect(throws: (any Error).self) { try await store.put([1], account: 1) }
    }
  }

  @Test func `a hash is the SHA-256 of the bytes`() {
    // FIPS 180-2, appendix B.1.
    #expect(
      BlobHash(of: Array("abc".utf8)).hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }

  @Test(arguments: [
    "", "abc", String(repeating: "g", count: 64), String(repeating: "A", count: 64),
  ])
  func `a text that is no hash is refused`(text: String) {
    #expect(BlobHash(sqlValue: .text(text)) == nil)
  }
}
