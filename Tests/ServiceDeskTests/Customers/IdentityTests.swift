import ServiceDesk
import Testing

@Suite struct IdentityTests {
  @Test(arguments: [
    ("+30 210 123-45.67", "+302101234567"), ("0030 (210) 1234567", "+302101234567"),
    ("+1234567", "+1234567"), ("+123456789012345", "+123456789012345"),
  ])
  func `a number is kept in the international form`(text: String, expected: String) throws {
    #expect(try Identity(kind: .phone, value: text).value == expected)
  }

  @Test(arguments: [
    "", "+", "+123456", "+1234567890123456", "2101234567", "+30210x34567", "+٣٠٢١٠١٢٣٤",
    "++302101234",
  ])
  func `what is no international number is refused`(text: String) {
    #expect(throws: PhoneNumberFailure.malformed) { try Identity(kind: .phone, value: text) }
  }

  @Test func `each kind is read in its own way`() throws {
    #expect(try Identity(kind: .email, value: " A@B.example ").value == "a@b.example")
    #expect(try Identity(kind: .external, value: " Kunde 7 ").value == "Kunde 7")
    #expect(throws: EmailAddressFailure.malformed) { try Identity(kind: .email, value: "x") }
    #expect(throws: TextFailure.tooShort(field: "externalID")) {
      try Identity(kind: .external, value: " ")
    }
  }
}
