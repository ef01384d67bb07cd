import Foundation
import Testing

@testable import Understanding

/// The corpus as it is committed.
@Suite struct CorpusTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  private func files(_ folder: String, replies: Bool) throws -> [String] {
    let folder = Self.root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      .filter { $0.hasSuffix(".tsv") && $0.hasPrefix("replies") == replies }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
  }

  @Test(arguments: ["en", "fa", "el"], ["first", "second", "settled"])
  func `every row of labels can be read`(language: String, people: String) throws {
    let folder = "labels/\(people)/\(language)"
    let messages = try files(folder, replies: false)
    let replies = try files(folder, replies: true)
    #expect(!messages.isEmpty)
    #expect(try !CorpusFiles.messageLabels(messages).isEmpty)
    #expect(try !CorpusFiles.replyLabels(replies).isEmpty)
  }

  @Test(arguments: ["en", "fa", "el"])
  func `every text has labels, and its own id and words`(language: String) throws {
    let messages = try files("messages/\(language)", replies: false)
    let read = try CorpusFiles.messages(
      messages,
      labels: try files("labels/first/\(language)", replies: false),
      language: language
    )
    let rows = messages.reduce(0) { $0 + $1.split(whereSeparator: \.isNewline).count - 1 }
    #expect(read.count == rows)
    #expect(Set(read.map(\.id)).count == rows)
    #expect(Set(read.map(\.text)).count == rows)
  }
}
