import Mail
import ServiceDesk
import Testing

@testable import Channels

/// Mails of which a message shows a part alone, so that a way to the original is needed.
struct PartialMailTests {
  private static let head = """
    From: maria@customer.example
    To: support@anemone.example
    Subject: Long
    MIME-Version: 1.0

    """

  private func mail(_ text: String) throws -> IncomingMail {
    let parsed = try ParsedMail(parsing: Array(text.utf8))
    return IncomingMail(parsed, parts: [], trusting: [])
  }

  private func parts(_ count: Int) -> String {
    let part = """
      --b
      Content-Type: text/plain; name=a.txt
      Content-Disposition: attachment; filename=a.txt

      a

      """
    return Self.head + "Content-Type: multipart/mixed; boundary=b\n\n"
      + "--b\nContent-Type: text/plain\n\nSee these.\n"
      + String(repeating: part, count: count) + "--b--\n"
  }

  @Test(arguments: [(100_000, false), (100_001, true)])
  func `a text that is cut has more to it`(count: Int, hasMore: Bool) throws {
    let text = String(repeating: "word ", count: count / 5) + (count % 5 > 0 ? "x" : "y")
    let exact = String(text.prefix(count - 1)) + "."
    #expect(try mail(Self.head + "\n" + exact).hasMore == hasMore)
  }

  @Test(arguments: [(200, false), (201, true), (5_000, true)])
  func `files that are left out are more to it`(count: Int, hasMore: Bool) throws {
    #expect(try mail(parts(count)).hasMore == hasMore)
  }
}
