import Testing
import Web

/// What is read as JSON, and as what.
@Suite struct JSONTests {
  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), ("false", .bool(false)),
      ("0", .integer(0)), ("-0", .integer(0)), ("1.0", .number(1)), ("1e2", .number(100)),
      ("0.5", .number(0.5)), ("-2.5e-3", .number(-0.0025)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      (#""""#, .string("")), (#""\u03b1\n\/\"\\\b""#, .string("α\n/\"\\\u{8}")),
      (#""\ud83d\ude00\u0000""#, .string("😀\0")),
      (" [ 1 , [] , {} ] ", .array([.integer(1), .array([]), .object([:])])),
      (#"{"a":{"b":null}}"#, .object(["a": .object(["b": .null])])),
    ] as [(String, JSON)]
  )
  func `values are read as what they are`(text: String, value: JSON) throws {
    #expect(try JSON(parsing: text.utf8) == value)
  }

  @Test(arguments: [
    "", "[1,]", "{\"a\":1,}", "[,1]", "[1 2]", "{\"a\"}", "01", "-", "1e", "\"\\ud800\"", "{1:2}",
    "tru", "+1", ".5", "1.", "0x1", "\"\\u12g4\"", "\"\t\"",
  ])
  func `anything else is malformed`(text: String) {
    #expect(throws: JSONFailure.malformed) { try JSON(parsing: text.utf8) }
  }

  @Test func `a member that is absent or null is nil`() throws {
    let json = try JSON(parsing: #"{"a":null,"b":1}"#.utf8)
    #expect(json["a"] == nil && json["c"] == nil && json["b"]?.wholeNumber == 1)
    #expect(json["b"]?["a"] == nil && json["b"]?.text == nil && json["b"]?.items == nil)
  }

  @Test(
    arguments: [
      (JSON.number(2), 2), (.number(2.5), nil), (.number(1e300), nil), (.string("2"), nil),
    ] as [(JSON, Int?)]
  )
  func `only whole numbers are whole`(json: JSON, expected: Int?) {
    #expect(json.wholeNumber == expected)
  }
}
