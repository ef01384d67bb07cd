import Testing
import Web

/// What is written is JSON, and reads back as what was meant.
@Suite struct JSONWriterTests {
  @Test func `members and items are parted by commas, at every depth`() {
    var json = JSONWriter()
    json.object { json in
      json.member("a", 1)
      json.member("none", String?.none)
      json.name("list")
      json.array([1, 2]) { json, number in
        json.object { $0.member("n", number) }
      }
      json.name("empty")
      json.object { _ in }
      json.name("ä\"")
      json.value(true)
    }
    #expect(
      json.text == #"{"a":1,"none":null,"list":[{"n":1},{"n":2}],"empty":{},"ä\"":true}"#
    )
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\n\r\t", #""\n\u000d\u0009""#),
    ("\0\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("é😀\u{2028}", "\"é😀\u{2028}\""),
  ])
  func `texts are escaped where JSON asks for it`(text: String, expected: String) {
    #expect(written(.string(text)) == expected)
  }

  @Test(arguments: [
    (0.0, "0"), (-3, "-3"), (0.1, "0.1"), (1e300, "1e+300"), (-2.5e-7, "-2.5e-07"),
    (1e18, "1000000000000000000"), (.infinity, "null"), (.nan, "null"),
  ])
  func `numbers are written so that they read back`(number: Double, expected: String) throws {
    var json = JSONWriter()
    json.value(number)
    #expect(json.text == expected)
    #expect((try? JSON(parsing: json.bytes)) != nil)
  }

  @Test(arguments: 0..<20)
  func `whatever is written reads back the same`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let value = JSON.random(depth: 4, using: &random)
      #expect(try JSON(parsing: written(value).utf8) == value)
    }
  }

  private func written(_ value: JSON) -> String {
    var json = JSONWriter()
    json.write(value)
    return json.text
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ json: JSON) {
    switch json {
    case .null: null()
    case .bool(let flag): value(flag)
    case .integer(let integer): value(Int(integer))
    case .number(let number): value(number)
    case .string(let text): value(text)
    case .array(let items): array(items) { $0.write($1) }
    case .object(let members):
      object { json in
        for (name, member) in members {
          json.name(name)
          json.write(member)
        }
      }
    }
  }
}

extension JSON {
  fileprivate static func random(depth: Int, using random: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .integer(.random(in: .min ... .max, using: &random))
    // A half more than a whole number, which stays a fraction.
    case 3: .number(Double(Int32.random(in: .min ... .max, using: &random)) + 0.5)
    case 4: .string(random.text())
    case 5:
      .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          .random(depth: depth - 1, using: &random)
        }
      )
    default:
      .object(
        (0..<Int.random(in: 0...4, using: &random)).reduce(into: [:]) { members, number in
          members["\(number)\(random.text())"] = .random(depth: depth - 1, using: &random)
        }
      )
    }
  }
}
