import Foundation
package import Testing

/// Compares `text` with a file beside the test; `RECORD_SNAPSHOTS=1` writes the file instead.
package func expectSnapshot(
  _ text: String,
  named name: String,
  filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: filePath).deletingLastPathComponent()
    .appending(path: "Snapshots/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  let stored = try String(contentsOf: file, encoding: .utf8)
  #expect(text == stored, sourceLocation: sourceLocation)
}
