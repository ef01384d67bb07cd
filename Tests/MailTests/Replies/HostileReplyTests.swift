import Mail
import Testing

/// Whatever arrives is cut into sections that are the input, in time linear in its length.
struct HostileReplyTests {
  @Test(arguments: [
    "On ", "> ", ">", "On On On\n", "> > > >\n", "-- \n", "--\n", "-", "_", "\n", "\r", "a:\n",
    "From: a@b\n", "From: \n\n", "On 1/1/2024 ", "On 1/1/2024\n", "On 1/1/2024, a <a@b> wrote:\n",
    "Sent from my\n", "Sent from my iPhone\n\n", "Regards\n", "Regards,\nAda\n\n", "```\n", "\u{0}",
    "é", "：", "ب ", "写", "1:1:", "@", "<@>", "a@b ", "&gt;", "Ada\na@b.cd\n\n", "x\n> y\n",
    "---\nA\n",
    "Disclaimer: confidential\n\n", "\u{301}", "क्", "🎉", "-----Original Message-----\n", "a ", "''",
  ])
  func `a quarter of a megabyte of it is read in time`(piece: String) {
    let text = String(repeating: piece, count: 250_000 / piece.utf8.count)
    let clock = ContinuousClock()
    var sections: [VisibleReply.Section] = []
    let time = clock.measure { sections = VisibleReply(of: text).sections }
    #expect(sections.map(\.text).joined() == text)
    // Alone and optimised it takes 0.3 s at most; the rest is for busy machines.
    #expect(time < .seconds(60))
  }

  @Test func `mutated mails come through whole`() {
    var random = MutatedReply.Random(seed: 0x5EED)
    for _ in 0..<MutatedReply.caseCount {
      let text = MutatedReply.make(using: &random)
      let reply = VisibleReply(of: text)
      #expect(reply.sections.map(\.text).joined() == text)
      #expect(zip(reply.sections, reply.sections.dropFirst()).allSatisfy { $0.kind != $1.kind })
      #expect(reply.sections.allSatisfy { !$0.text.isEmpty })
    }
  }
}
