import ServiceDesk
import Testing

@Suite struct EmailAddressTests {
  @Test(arguments: [
    ("maria@anemone.example", "maria@anemone.example"),
    (" Maria.Παπά+x@Anemone.Example \n", "maria.παπά+x@anemone.example"),
    ("a@b", "a@b"),
  ])
  func `an address is kept in the form in which addresses are compared`(
    text: String,
    expected: String
  ) throws {
    #expect(try EmailAddress(text).text == expected)
  }

  @Test func `an address may have 64 and 254 bytes`() throws {
    let longest = String(repeating: "a", count: 64) + "@" + String(repeating: "b", count: 189)

    #expect(try EmailAddress(longest).text.utf8.count == 254)
    #expect(throws: EmailAddressFailure.malformed) { try EmailAddress(longest + "b") }
    #expect(throws: EmailAddressFailure.malformed) {
      try EmailAddress(String(repeating: "a", count: 65) + "@b.example")
    }
  }

  @Test(arguments: [
    "", "maria", "@anemone.example", "maria@", "maria@@anemone.example", "a@b@c",
    "maria @anemone.example", "maria@anemone .example", "maria@.example", "maria@example.",
    "maria@a..example", "<maria@anemone.example>", "a,b@c.example", "a\u{0}b@c.example",
    "a\u{202E}b@c.example", "a\"b@c.example",
  ])
  func `what is no address is refused`(text: String) {
    #expect(throws: EmailAddressFailure.malformed) { try EmailAddress(text) }
  }
}
