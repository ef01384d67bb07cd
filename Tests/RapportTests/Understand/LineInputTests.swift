import Foundation
import Testing

@testable import rapport

@Suite struct LineInputTests {
  private func lines(_ text: String, limit: Int = 100) throws -> [String] {
    try withTemporaryFile(text) { path in
      let file = try #require(FileHandle(forReadingAtPath: path))
      var input = LineInput(file, lineLimit: limit)
      var lines: [String] = []
      while let line = input.next() { lines.append(String(decoding: line, as: UTF8.self)) }
      return lines
    }
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\n\nc", ["a", "b", "", "c"]), ("\n", [""]),
  ])
  func `gives each line in order`(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test func `gives many lines, more than are read at once`() throws {
    let expected = (0..<50_000).map { "line \($0)" }
    #expect(try lines(expected.joined(separator: "\n")) == expected)
  }

  @Test func `keeps one byte more than the limit of a longer line`() throws {
    let text = String(repeating: "x", count: 500) + "\nshort"
    #expect(try lines(text) == [String(repeating: "x", count: 101), "short"])
  }

  @Test func `knows whether the next line is already there`() throws {
    let pipe = Pipe()
    var input = LineInput(pipe.fileHandleForReading, lineLimit: 100)
    try pipe.fileHandleForWriting.write(contentsOf: Data("one\ntwo\nthr".utf8))
    _ = input.next()
    #expect(input.hasWholeLine)
    _ = input.next()
    #expect(!input.hasWholeLine)
  }
}
