import Channels
import Testing

struct MailHostTests {
  @Test func `security is written as administrators know it`() {
    #expect(MailHost.Security(rawValue: "starttls") == .startTLS)
  }
}
