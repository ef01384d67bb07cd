import Mail
import Testing

struct MailAddressTests {
  @Test func `an address without a name has none`() {
    #expect(MailAddress(address: "sara@example.org").name == nil)
  }
}
