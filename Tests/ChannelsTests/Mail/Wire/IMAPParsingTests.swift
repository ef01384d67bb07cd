import Foundation
import Testing

@testable import Channels

struct IMAPParsingTests {
  private func frames(_ text: String, chunk: Int = 7) throws -> [IMAPFrame] {
    var framer = IMAPFramer()
    var frames: [IMAPFrame] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      framer.append(bytes[start..<min(start + chunk, bytes.count)])
      while let frame = try framer.next() { frames.append(frame) }
    }
    return frames
  }

  private func responses(_ text: String) throws -> [IMAPResponse] {
    try frames(text).map { try IMAPResponse($0) }
  }

  @Test(arguments: [1, 2, 3, 64, 1_000])
  func `a literal is kept byte for byte however it arrives`(chunk: Int) throws {
    let text = "* 2 FETCH (UID 7 BODY[] {10}\r\na\r\n)\n{3}\r\n FLAGS (\\Seen))\r\n* 3 EXISTS\r\n"
    let responses = try frames(text, chunk: chunk).map { try IMAPResponse($0) }
    #expect(
      responses == [
        .data(
          IMAPData(
            name: "FETCH",
            number: 2,
            values: [
              .list([
                .atom("UID"), .atom("7"), .atom("BODY[]"), .string(Array("a\r\n)\n{3}\r\n".utf8)),
                .atom("FLAGS"), .list([.atom("\\Seen")]),
              ])
            ]
          )
        ),
        .data(IMAPData(name: "EXISTS", number: 3, values: [])),
      ]
    )
  }

  @Test
  func `an empty literal is an empty text`() throws {
    let response = try responses("* LIST () NIL {0}\r\n\r\n")
    #expect(
      response == [
        .data(IMAPData(name: "LIST", number: nil, values: [.list([]), .null, .string([])]))
      ]
    )
  }

  @Test
  func `words that end like a literal are words`() throws {
    let responses = try responses("* OK see {5}\r\nR1 NO [OVERQUOTA] no {9}\r\n")
    #expect(
      responses == [
        .status(IMAPStatus(kind: .ok, code: "", arguments: [], words: "see {5}")),
        .completed(
          tag: "R1",
          IMAPStatus(kind: .no, code: "OVERQUOTA", arguments: [], words: "no {9}")
        ),
      ]
    )
  }

  @Test
  func `a literal beyond the limit is dropped and the next response found`() throws {
    var framer = IMAPFramer()
    framer.limits.literalBytes = 4
    framer.append(
      Array("* 1 FETCH (BODY[] {5}\r\n12345)\r\n* 2 FETCH (BODY[] {4}\r\n1234)\r\n".utf8)[...]
    )
    let first = try #require(try framer.next())
    #expect(first.oversize == 5)
    let second = try #require(try framer.next())
    #expect(second.oversize == nil)
    #expect(second.literals == [Array("1234".utf8)])
  }

  @Test
  func `endless text is refused`() throws {
    var framer = IMAPFramer()
    framer.limits.textBytes = 1_000
    framer.append(ArraySlice(repeating: UInt8(ascii: "a"), count: 1_000))
    #expect(try framer.next() == nil)
    framer.append([UInt8(ascii: "a")])
    #expect(throws: MailWireFailure.self) { try framer.next() }
  }

  @Test
  func `quotes and sections are read`() throws {
    let responses = try responses(
      "* LIST (\\HasNoChildren) \"/\" \"a \\\"b\\\\\"\r\n"
        + "* 1 FETCH (BODY[HEADER.FIELDS (DATE)]<0> NIL)\r\n"
        + "* LIST () \"/\" odd[name\r\n"
    )
    let values = responses.map { response -> [IMAPValue] in
      guard case .data(let data) = response else { return [] }
      return data.values
    }
    #expect(values[0].last == .string(Array("a \"b\\".utf8)))
    #expect(values[1] == [.list([.atom("BODY[HEADER.FIELDS (DATE)]<0>"), .null])])
    #expect(values[2].last == .atom("odd[name"))
  }

  @Test(arguments: [
    "* 1 FETCH (\r\n", "* 1 FETCH )\r\n", "* LIST \"a\r\n", "hello\r\n", "\r\n",
    "* LIST \(String(repeating: "(", count: 100))\r\n", "R1 PERHAPS done\r\n",
  ])
  func `what breaks the grammar is refused`(text: String) {
    #expect(throws: MailWireFailure.self) { try responses(text) }
  }

  @Test
  func `what is not known is not looked into`() throws {
    let responses = try responses("* X-STRANGE ((( \"\r\n* 5 RECENT\r\n")
    #expect(responses.count == 2)
  }

  @Test
  func `garbage is refused or read but never stops the program`() throws {
    var random = SeededGenerator(seed: 4)
    let seed = Array(
      "* 1 FETCH (UID 7 BODY[] {3}\r\nabc FLAGS (\"a\\\"\" \\Seen) NIL)\r\nR1 OK [A b] c\r\n".utf8
    )
    var read = 0
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = bytes.indices.randomElement(using: &random) ?? 0
        bytes[index] =
          Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : seed.randomElement(using: &random) ?? 0
      }
      var framer = IMAPFramer()
      framer.append(bytes[...])
      do throws(MailWireFailure) {
        while let frame = try framer.next() {
          _ = try IMAPResponse(frame)
          read += 1
        }
      } catch {
        guard case .garbled = error else { throw error }
      }
    }
    // Most changes leave one of the two lines readable.
    #expect(read > 10_000)
  }

  @Test(arguments: [
    ("~peter/mail/&U,BTFw-/&ZeVnLIqe-", "~peter/mail/台北/日本語"), ("Entw&APw-rfe", "Entwürfe"),
    ("A&-B", "A&B"), ("INBOX", "INBOX"), ("&2D3eAA-", "😀"), ("&Jjo-!", "☺!"),
  ])
  func `folder names are read and written`(wire: String, name: String) {
    #expect(ModifiedUTF7.decode(wire) == name)
    #expect(ModifiedUTF7.encode(name) == wire)
  }

  @Test(arguments: ["&", "a&b", "&2D0-", "&AA-", "&*-", "R&D"])
  func `folder names that break the rules stay as they are`(name: String) {
    #expect(ModifiedUTF7.decode(name) == name)
  }

  @Test
  func `sets are short and in order`() {
    #expect(IMAPSet.texts([5, 1, 2, 3, 3, 9, 0]) == ["1:3,5,9"])
    #expect(IMAPSet.texts([]).isEmpty)
    let sparse = (1...301).map { UInt32($0 * 2) }
    #expect(IMAPSet.texts(sparse).map { $0.split(separator: ",").count } == [300, 1])
    #expect(IMAPSet.texts([UInt32.max - 1, UInt32.max]) == ["4294967294:4294967295"])
  }

  @Test
  func `points in time are read and written`() throws {
    let date = try #require(IMAPDate.date("17-Jul-1996 02:44:25 -0730"))
    #expect(date.timeIntervalSince1970 == 837_598_465)
    #expect(IMAPDate.quoted(date) == "\"17-Jul-1996 10:14:25 +0000\"")
    #expect(IMAPDate.date(" 7-Jul-1996 02:44:25 +0000") != nil)
    #expect(IMAPDate.date("yesterday") == nil)
  }
}
