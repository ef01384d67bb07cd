/// Where files' bytes lie, found by their hash, apart for each account.
///
/// Bytes are put before the row that names them is written, so a row never lacks its bytes;
/// bytes without a row may stay behind after a crash, and harm no one.
package protocol BlobStore: Sendable {
  /// Stores the bytes durably; storing the same bytes again does nothing.
  func put(_ bytes: [UInt8], account: Int64) async throws -> BlobHash

  /// - Returns: `nil` if there are no such bytes.
  func bytes(_ hash: BlobHash, account: Int64) async throws -> [UInt8]?
}
