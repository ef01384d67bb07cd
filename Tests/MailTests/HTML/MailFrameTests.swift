import Mail
import Testing

struct MailFrameTests {
  @Test func `the document is in UTF-8 and has the mail as its body`() {
    let document = MailFrame.document("<p>ä</p>")
    #expect(document.hasPrefix("<!doctype html>\n"))
    #expect(document.contains("<meta charset=\"utf-8\">"))
    #expect(document.contains("<body dir=\"auto\"><p>ä</p></body>"))
  }

  @Test(arguments: ["default-src 'none'", "script-src 'none'", "form-action 'none'"])
  func `the policy lets nothing run or leave`(_ directive: String) {
    #expect(MailFrame.contentSecurityPolicy.contains(directive))
  }

  @Test func `the sandbox has no scripts`() {
    #expect(!MailFrame.sandbox.contains("allow-scripts"))
    #expect(MailFrame.contentSecurityPolicy.hasSuffix("sandbox " + MailFrame.sandbox))
  }
}
