import Foundation

/// Runs the body with the path of a file that holds the text and is gone afterwards.
func withTemporaryFile<Result>(
  _ text: String,
  _ body: (_ path: String) throws -> Result
) throws -> Result {
  let file = FileManager.default.temporaryDirectory
    .appending(path: "rapport-test-\(UUID().uuidString)")
  try Data(text.utf8).write(to: file)
  // Nothing is lost if it stays: it lies in the system's temporary folder.
  defer { try? FileManager.default.removeItem(at: file) }
  return try body(file.path(percentEncoded: false))
}
