import Mail
import ServiceDesk
import Testing

@testable import Channels

/// What the desk gets to know of a mail.
@Suite struct IncomingMailTests {
  private func read(_ source: String, trusting trusted: Set<String> = []) throws -> IncomingMail {
    IncomingMail(try ParsedMail(parsing: Array(source.utf8)), parts: [], trusting: trusted)
  }

  @Test func `what only quotes shows the quotation, and says that it is one`() throws {
    let quotation = "On Mon, 5 Jan 2026 at 10:00, Rapport <desk@shop.example> wrote:\n> Ask Ben\n"
    let only = try read("From: amina@shop.example\nSubject: Re: a\n\n\(quotation)")
    #expect(!only.hasOwnWords && only.text.contains("Ask Ben"))
    let with = try read("From: amina@shop.example\nSubject: Re: a\n\nYes.\n\n\(quotation)")
    #expect(with.hasOwnWords && with.text == "Yes.")
  }

  private static let forwarded = """
    See to it, please.

    ---------- Forwarded message ---------
    From: Eleni <eleni@sea.example>
    Date: Mon, 5 Jan 2026 at 10:00
    Subject: A vase
    To: <amina@shop.example>

    My vase broke.
    """

  @Test func `a mail passed on is its writer's, below the words of who passed it on`() throws {
    let mail = try read("From: amina@shop.example\nSubject: Fwd: A vase\n\n\(Self.forwarded)")
    #expect(mail.forwarded?.from.address.text == "eleni@sea.example")
    #expect(mail.forwarded?.text == "My vase broke.")
    #expect(mail.forwarded?.comment == "See to it, please.")
  }

  @Test(arguments: ["Re: Fwd: A vase", "AW: WG: A vase", "Re: A vase"])
  func `an answer to what was passed on passes nothing on`(subject: String) throws {
    let mail = try read("From: amina@shop.example\nSubject: \(subject)\n\n\(Self.forwarded)")
    #expect(mail.forwarded == nil)
  }

  @Test func `a mail passed on as a file is its writer's, too`() throws {
    let mail = try read(
      """
      From: amina@shop.example
      Subject: A vase
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/plain

      Please help her.
      --x
      Content-Type: message/rfc822

      From: Eleni <eleni@sea.example>
      Subject: My vase

      It broke.
      --x--
      """
    )
    #expect(mail.forwarded?.from.address.text == "eleni@sea.example")
    #expect(mail.forwarded?.subject == "My vase" && mail.forwarded?.text == "It broke.")
    #expect(mail.forwarded?.comment == "Please help her.")
  }

  @Test(arguments: [
    ("List-Id: Shop <support.shop.example>", "support.shop.example"),
    (
      "List-Post: <https://groups.example/x>, <mailto:Support@shop.example>", "support@shop.example"
    ),
    (
      "Precedence: list\nMailing-List: list support@shop.example; contact x@shop.example",
      "support@shop.example"
    ),
  ])
  func `a list says how it is called`(header: String, name: String) throws {
    let mail = try read("From: eleni@sea.example\n\(header)\n\nHello")
    #expect(mail.automatic == .list)
    #expect(mail.mailingList?.names.contains(name) == true)
    #expect(mail.mailingList?.automatic == nil)
  }

  @Test func `a program's mail is one, whatever list it came through`() throws {
    let mail = try read(
      "From: shop@sea.example\nList-Id: <a.b>\nAuto-Submitted: auto-generated\n\nHello"
    )
    #expect(mail.automatic == .list && mail.mailingList?.automatic == .notice)
  }

  // MARK: Who it is from

  private func warnings(_ header: String) throws -> [MailWarning] {
    try read("From: eleni@sea.example\n\(header)\n\nHello", trusting: ["mx.shop.example"]).warnings
  }

  @Test func `what the trusted server could not prove is warned of`() throws {
    #expect(
      try warnings("Authentication-Results: mx.shop.example; dmarc=fail header.from=sea.example")
        == [.senderUnproved]
    )
    #expect(
      try warnings("Authentication-Results: mx.shop.example; dmarc=pass header.from=sea.example")
        .isEmpty
    )
  }

  @Test func `what another server says counts for nothing`() throws {
    #expect(try warnings("Authentication-Results: mx.evil.example; dmarc=fail").isEmpty)
    #expect(
      try warnings(
        """
        Authentication-Results: mx.shop.example; dmarc=fail
        Authentication-Results: mx.evil.example; dmarc=pass
        """
      ) == [.senderUnproved]
    )
  }

  @Test func `a name that shows another address is warned of`() throws {
    let mail = try read("From: \"boss@shop.example\" <eleni@sea.example>\n\nHello")
    #expect(mail.warnings == [.nameShowsAddress])
  }

  @Test func `answers that would go elsewhere are warned of`() throws {
    #expect(try warnings("Reply-To: other@evil.example") == [.repliesElsewhere])
  }

  // MARK: Spam

  @Test(arguments: [
    ("X-Spam-Flag: YES", true), ("X-Spam-Flag: NO", false),
    ("X-Spam-Status: Yes, score=8.1 required=5.0", true),
    ("X-Spam-Status: No, score=1.1 required=5.0", false), ("Subject: X-Spam-Flag: YES", false),
  ])
  func `what the mail server holds for spam is`(header: String, isSpam: Bool) throws {
    #expect(try read("From: eleni@sea.example\n\(header)\n\nHello").isSpam == isSpam)
  }
}
