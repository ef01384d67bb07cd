import Mail
import Testing

/// Answers above, below and between what they answer.
struct QuotationTests {
  @Test func `answers between quotations stay in their order`() {
    let reply = VisibleReply(
      of: """
        Hello Ada,

        On 3 May 2024, Ada Byron <ada@example.org> wrote:
        > Which colour?

        Blue.

        > How many?
        > And when?
        Two, by Friday.

        > > An older line
        > Where to?

        To the shop.
        -- 
        Bo
        """
    )
    #expect(reply.reply == "Hello Ada,\n\nBlue.\n\nTwo, by Friday.\n\nTo the shop.")
    #expect(reply.signature == "-- \nBo")
    #expect(
      reply.sections.map(\.kind) == [
        .reply, .quoted, .reply, .quoted, .reply, .quoted, .reply, .signature,
      ]
    )
  }

  @Test func `a quotation without a mark on every line is one`() {
    let reply = VisibleReply(
      of: """
        Blue.

        On 3 May 2024, Ada Byron <ada@example.org> wrote:
        > I would like to know which of the colours that we talked about last
        week you prefer.
        > Yours
        """
    )
    #expect(reply.reply == "Blue.")
    #expect(reply.sections.count == 2)
  }

  @Test(arguments: ["| ", "» ", "AB> ", "&gt; ", "＞ ", ">>", ": "])
  func `other marks below an attribution quote as well`(mark: String) {
    let reply = VisibleReply(
      of: "On 3 May 2024, Ada <ada@example.org> wrote:\n\(mark)Which?\n\(mark)When?\n\nBlue."
    )
    #expect(reply.reply == "Blue.")
  }

  @Test(arguments: [
    "a\n>=12 of them fail", ">From here on it fails.\nAlways.", "```\n> ls\n```\nfails.",
    "5 > 4", "=> see above", "-> there",
    "```\nOn 3 May 2024, Ada <a@example.org> wrote:\n```\nis shown.",
  ])
  func `what only looks quoted stays`(text: String) {
    #expect(VisibleReply(of: text).reply == text)
  }

  @Test func `a mail that only quotes has an empty reply and loses nothing`() {
    let text = "> one\n> two\n"
    let reply = VisibleReply(of: text)
    #expect(reply.reply.isEmpty)
    #expect(reply.quoted == "> one\n> two")
    #expect(reply.sections.map(\.text).joined() == text)
  }

  @Test(arguments: ["", "\n", " \r\n\t\r", "\u{FEFF}", "x", "\r", ">", ":", "--", "-- \n"])
  func `the smallest texts come through whole`(text: String) {
    #expect(VisibleReply(of: text).sections.map(\.text).joined() == text)
  }

  @Test func `a forwarded mail below a note is history`() {
    let reply = VisibleReply(
      of: "Can you help her?\n\n---------- Forwarded message ---------\nFrom: Ada\n\nIt broke."
    )
    #expect(reply.reply == "Can you help her?")
    #expect(reply.quoted?.hasSuffix("It broke.") == true)
  }

  @Test func `indentation of the first line is kept`() {
    #expect(VisibleReply(of: "\n\n    let x = 1\n  \n").reply == "    let x = 1")
  }
}
