import Foundation
import Testing

@testable import Mail

/// Files of mails, taken apart.
@Suite struct MboxReaderTests {
  private static let most = 1_000

  /// The mails of a text, read in pieces of so many bytes.
  private func read(_ text: String, by size: Int = 7, most: Int = Self.most) -> [MboxReader.Entry] {
    var reader = MboxReader(mostBytes: most)
    let bytes = Array(text.utf8)
    var entries: [MboxReader.Entry] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      entries += reader.read(bytes[start..<min(start + size, bytes.count)])
    }
    return entries + reader.finish()
  }

  private func texts(_ text: String, by size: Int = 7) -> [String] {
    read(text, by: size).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static let line = "From maria@shop.example Sat Jan  3 01:05:34 2026"

  @Test(arguments: [1, 2, 3, 64, 100_000])
  func `mails are told apart, whatever the pieces`(size: Int) {
    let file = "\(Self.line)\nSubject: One\n\nHello\n\n\(Self.line)\nSubject: Two\n\nBye\n"
    #expect(texts(file, by: size) == ["Subject: One\n\nHello\n", "Subject: Two\n\nBye\n"])
  }

  @Test func `lines may end as on other systems`() {
    let file = "\(Self.line)\r\nSubject: One\r\n\r\nHi\r\n\r\n\(Self.line)\r\nSubject: Two\r\n\r\n"
    #expect(texts(file) == ["Subject: One\r\n\r\nHi\r\n", "Subject: Two\r\n"])
  }

  @Test func `quoted lines lose one mark`() {
    let file = "\(Self.line)\nSubject: One\n\n>From here\n>>From there\n> From afar\n>Fromage\n"
    #expect(
      texts(file) == ["Subject: One\n\nFrom here\n>From there\n> From afar\n>Fromage\n"]
    )
  }

  @Test(arguments: [
    "From now on all is well", "From maria at 12:30", "From maria 2026",
    "From: maria Sat Jan  3 01:05:34 2026", "from maria Sat Jan  3 01:05:34 2026",
  ])
  func `what people write begins no mail`(text: String) {
    let file = "\(Self.line)\nSubject: One\n\nHello\n\n\(text)\n"
    #expect(texts(file) == ["Subject: One\n\nHello\n\n\(text)\n"])
  }

  @Test func `without an empty line before it a line begins no mail`() {
    let file = "\(Self.line)\nSubject: One\n\nHello\n\(Self.line)\nBye\n"
    #expect(texts(file).count == 1)
  }

  @Test func `a mail that says its length need not be quoted`() {
    let body = "Hello\n\n\(Self.line)\nand so on\n"
    let file =
      "\(Self.line)\nContent-Length: \(body.utf8.count)\n\n\(body)\n\(Self.line)\nA: b\n\nBye\n"
    #expect(texts(file) == ["Content-Length: \(body.utf8.count)\n\n\(body)", "A: b\n\nBye\n"])
  }

  @Test(arguments: [
    ("From maria@shop.example Sat Jan  3 01:05:34 2026", 1_767_402_334.0),
    ("From maria@shop.example Sat Jan  3 01:05:34 2026 +0200", 1_767_395_134),
    ("From maria@shop.example Sat Jan  3 01:05:34 +0200 2026", 1_767_395_134),
    ("From - Sat Jan 03 01:05 2026", 1_767_402_300),
  ])
  func `the line before a mail tells when it came`(line: String, seconds: Double) {
    let arrival = read("\(line)\nA: b\n\nHi\n").first?.arrivedAt
    #expect(arrival?.timeIntervalSince1970 == seconds)
  }

  @Test func `a mail that is too large is told of without its bytes`() {
    let head = "A: b\n\n"
    let full = head + String(repeating: "x", count: Self.most - head.utf8.count - 1) + "\n"
    let file = "\(Self.line)\n\(full)\n\(Self.line)\n\(full)y\n\n\(Self.line)\nA: b\n\nHi\n"
    let entries = read(file, most: Self.most + 1)
    #expect(entries.map(\.isTooLarge) == [false, true, false])
    #expect(entries[0].bytes.count == Self.most && entries[1].bytes.isEmpty)
  }

  @Test func `a line without end is read in bounded pieces`() {
    let long = String(repeating: "x", count: 200_000)
    let file = "\(Self.line)\nA: b\n\n\(long)\n\n\(Self.line)\nA: b\n\nHi\n"
    let entries = read(file, by: 4_096, most: 1_000_000)
    #expect(entries.map(\.bytes.count) == [6 + 200_001, 9])
  }

  @Test(arguments: ["", "\n\n", "Subject: None\n\nHello\n", "From \n"])
  func `what is no such file has no mails`(text: String) { #expect(read(text).isEmpty) }
}
