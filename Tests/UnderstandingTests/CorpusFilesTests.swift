import Testing

@testable import Understanding

@Suite struct CorpusFilesTests {
  @Test(arguments: [["yes", "no"], ["no", "yes"]])
  func `a reply is a cliché and personal, or not`(flags: [Substring]) throws {
    let labels = try #require(ReplyLabels(["hear,resolve", "warm"] + flags))
    #expect(labels.isCliche == (flags[0] == "yes"))
    #expect(labels.isPersonal == (flags[1] == "yes"))
  }

  @Test(arguments: [["maybe", "no"], ["no", ""], ["no", "Yes"], ["-", "no"]])
  func `a flag is yes or no and nothing else`(flags: [Substring]) {
    #expect(ReplyLabels(["-", "warm"] + flags) == nil)
  }

  @Test(arguments: [
    ("x-1\tnegative\t2\tanger\t-\tslow\t-", nil),
    ("x-1\tnegativ\t2\tanger\t-\tslow\t-", CorpusFailure.unreadableLabels(id: "x-1")),
    ("x-2\tnegative\t4\tanger\t-\tslow\t-", .unreadableLabels(id: "x-2")),
    ("x-3\tnegative\t2\trage\t-\tslow\t-", .unreadableLabels(id: "x-3")),
    ("x-4\tnegative\t2\tanger\turgnt\tslow\t-", .unreadableLabels(id: "x-4")),
    ("x-5\tnegative\t2\tanger", .unreadableLabels(id: "x-5")),
  ])
  func `a row of labels that makes no sense is an error`(row: String, failure: CorpusFailure?) {
    let found: CorpusFailure?
    do {
      _ = try CorpusFiles.messageLabels(["header\n" + row])
      found = nil
    } catch {
      found = error
    }
    #expect(found == failure)
  }

  @Test func `a row without a text is an error`() {
    #expect(throws: CorpusFailure.unreadableText(id: "x-1")) {
      try CorpusFiles.messages(["header\nx-1\tbank\tmail"], labels: [], language: "en")
    }
  }
}
