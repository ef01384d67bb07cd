import Foundation
import Testing

@testable import rapport

@Suite struct PlainLineTests {
  @Test(arguments: [
    #"{"text":"hello"}"#, #"{"text": "hello"}"#, #"{ "text" : "" }"#, #"{"text":"  two  "}"#,
    #"{"text":"a\"b\\c\/d\n\t\r"}"#, #"{"text":"\u0041\u03b1\ud83d\ude00"}"#,
    #"{"text":"καλημέρα 😀 سلام"}"#,
  ])
  func `reads what Foundation reads`(line: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
    let text = try #require(object?["text"])
    #expect(PlainLine.text(Array(line.utf8)) == text)
  }

  @Test(arguments: [
    "", "{", "[]", #"{"text":"a","id":1}"#, #"{"id":1,"text":"a"}"#, #"{"text":1}"#,
    #"{"text":"a"#, #"{"text":"a"}}"#, #"{"text":"a\x"}"#, #"{"text":"\ud83d"}"#,
    #"{"text":"\ud83dabc"}"#, #"{"text":"\u00g0"}"#, #"{"text":"\ude00"}"#, "{\"text\":\"a\tb\"}",
  ])
  func `leaves every other line alone`(line: String) {
    #expect(PlainLine.text(Array(line.utf8)) == nil)
  }

  @Test func `leaves alone what is no UTF-8`() {
    #expect(PlainLine.text(Array(#"{"text":""#.utf8) + [0xFF] + Array(#""}"#.utf8)) == nil)
  }
}
