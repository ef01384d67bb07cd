import Testing
import Web

/// What the checker lets pass, and where it finds fault.
@Suite struct SchemaTests {
  @Test(
    arguments: [
      (.string(length: 1...3), #""abc""#, []), (.string(length: 1...3), #""""#, [""]),
      (.string(length: 1...3), #""abcd""#, [""]), (.string(length: 1...3), #""😀😀😀""#, []),
      (.string(length: 1...3), #""e\u0301e\u0301""#, [""]), (.string(), #""a\u0000""#, [""]),
      (.string(length: 1...9, format: .words), #"" \n""#, [""]),
      (.string(length: 1...9, format: .words), #"" a ""#, []),
      (.string(length: 1...9, format: .words), #""\u00a0\u2003""#, [""]),
      (.id, #""17""#, []), (.id, #""017""#, [""]), (.id, #""0""#, [""]), (.id, #""-1""#, [""]),
      (.id, #""1 ""#, [""]), (.id, #""१२""#, [""]), (.id, "17", [""]), (.id, #""""#, [""]),
      (.string(length: 1...18, format: .position), #""0""#, []),
      (.string(length: 1...18, format: .position), #""-0""#, [""]),
      (.time, #""2026-11-22T16:58:00Z""#, []), (.time, #""2026-11-22""#, [""]), (.time, "0", [""]),
      (.choice(["a", "b"]), #""b""#, []), (.choice(["a", "b"]), #""c""#, [""]),
      (.choice(["a"]), "null", [""]), (.choice(["a"]), #""A""#, [""]),
      (.integer(1...5), "1", []), (.integer(1...5), "5", []), (.integer(1...5), "5.0", []),
      (.integer(1...5), "0", [""]), (.integer(1...5), "6", [""]), (.integer(1...5), "1.5", [""]),
      (.integer(1...5), "1e99", [""]), (.integer(1...5), #""1""#, [""]),
      (.integer(0...1), "true", [""]),
      (.number, "1", []), (.number, "-1.5e9", []), (.number, #""1""#, [""]),
      (.number, "true", [""]),
      (.boolean, "true", []), (.boolean, "0", [""]), (.boolean, #""true""#, [""]),
      (.array(.boolean, most: 2), "[]", []), (.array(.boolean, most: 2), "[true,false]", []),
      (.array(.boolean, most: 2), "[true,1]", ["/1"]), (.array(.boolean, most: 2), "{}", [""]),
      (.array(.boolean, most: 2), "[1,1,1]", ["", "/0", "/1"]),
      (.map(.number, most: 1), #"{"a":1}"#, []),
      (.map(.number, most: 1), #"{"a/~b":""}"#, ["/a~1~0b"]),
      (.map(.number, most: 1), #"{"a":1,"b":1}"#, [""]), (.map(.number, most: 1), #"{"":1}"#, [""]),
      (.map(.number, most: 1), "[]", [""]),
      (.nullable(.boolean), "null", []), (.nullable(.boolean), "true", []),
      (.nullable(.boolean), "1", [""]),
      (.either([.boolean, .number]), "1", []), (.either([.boolean, .number]), "null", [""]),
      (.named("N", .boolean), "1", [""]),
      (person, #"{"name":"M"}"#, []), (person, #"{"name":"M","age":7}"#, []),
      (person, #"{"age":7}"#, ["/name"]), (person, #"{"name":"M","sex":"f"}"#, ["/sex"]),
      (person, #"{"name":null,"age":null}"#, ["/name", "/age"]), (person, "[]", [""]),
      (.array(person, most: 5), #"[{"name":"M"},{"name":""}]"#, ["/1/name"]),
      (.object([.optional("a", .boolean)], atLeast: 1), "{}", [""]),
      (.object([]), "{}", []), (.object([]), #"{"a":1}"#, ["/a"]),
    ] as [(Web.Schema, String, [String])]
  )
  func `faults are found where they are`(schema: Web.Schema, text: String, pointers: [String])
    throws
  {
    let json = try JSON(parsing: text.utf8)
    #expect(schema.faults(in: json).map(\.pointer) == pointers)
  }

  @Test func `a fault says what was found and what is needed, and repeats nobody's words`() throws {
    let json = try JSON(parsing: #"{"name":"\#(String(repeating: "secret", count: 9))"}"#.utf8)
    #expect(
      Self.person.faults(in: json).map(\.detail)
        == ["a text of 54 characters found; a text of 1 to 10 characters is needed"]
    )
  }

  @Test func `at most twenty faults are told`() {
    let many = JSON.array(.init(repeating: .null, count: 50))
    #expect(Web.Schema.array(.boolean, most: 50).faults(in: many).count == 20)
  }

  private static let person = Web.Schema.object([
    .required("name", .string(length: 1...10)), .optional("age", .integer(0...150)),
  ])
}
