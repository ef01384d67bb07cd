import Mail
import Testing

struct ForwardedMailTests {
  @Test func `the writer of a mail passed on from Gmail is found`() throws {
    let text = """
      Could you take this one?

      ---------- Forwarded message ---------
      From: Maria Papadaki <maria@example.org>
      Date: Mon, 23 Nov 2026 at 10:00
      Subject: Lost parcel
      To: <ben@example.com>

      Where is my parcel?

      On Sun, 22 Nov 2026 Ben <ben@example.com> wrote:
      > Hello
      """
    let mail = try #require(ForwardedMail(in: text))
    #expect(mail.from == MailAddress(name: "Maria Papadaki", address: "maria@example.org"))
    #expect(mail.subject == "Lost parcel")
    #expect(mail.text == "Where is my parcel?")
    #expect(mail.comment == "Could you take this one?")
    #expect(ForwardedMail.isMarked(text))
  }

  @Test(arguments: [
    "Von: Jan <jan@example.org>\nGesendet: Montag, 23. November 2026 10:00\nAn: Team\nBetreff: Frage",
    "Από: Jan <jan@example.org>\nΗμερομηνία: Δευ, 23 Νοε 2026\nΠρος: Team\nΘέμα: Frage",
    "از: Jan <jan@example.org>\nتاریخ: ۲ آذر ۱۴۰۵\nبه: Team\nموضوع: Frage",
  ])
  func `its head is read in other languages`(head: String) throws {
    let mail = try #require(ForwardedMail(in: "\(head)\n\nText of Jan."))
    #expect(mail.from.address == "jan@example.org")
    #expect(mail.subject == "Frage" && mail.text == "Text of Jan." && mail.comment.isEmpty)
  }

  @Test func `a text about something else is no mail passed on`() {
    #expect(ForwardedMail(in: "From: here to there: a journey\n\nNothing else.") == nil)
    #expect(!ForwardedMail.isMarked("I look forward to your message."))
  }
}
