import ServiceDesk
import Storage
import Testing

@Suite struct SearchWordsTests {
  private static let newYear = Timestamp(milliseconds: 1_767_225_600_000)

  @Test(
    arguments: [
      ("lamp", "lamp", []),
      ("from:maria lamp", "lamp", [.from("maria")]),
      ("lamp FROM:Maria", "lamp", [.from("Maria")]),
      (#"from:"Maria Callas" "late lamp""#, "late lamp", [.from("Maria Callas")]),
      ("from:“Μαρία Κ”", "", [.from("Μαρία Κ")]),
      ("label:refund label:late", "", [.label("refund"), .label("late")]),
      ("label:refund label:refund", "", [.label("refund")]),
      ("is:open is:mine is:unassigned", "", [.status(.open), .mine, .unassigned]),
      ("is:Spam", "", [.status(.spam)]),
      ("after:2026-01-01 before:2026-01-01", "", [.after(newYear), .before(newYear)]),
      ("label:a:b", "", [.label("a:b")]),
      ("is:happy", "is:happy", []), ("is:", "is:", []), ("from: maria", "from: maria", []),
      ("colour:red", "colour:red", []), ("https://example.com", "https://example.com", []),
      ("before:2026-02-30", "before:2026-02-30", []), ("before:yesterday", "before:yesterday", []),
      ("before:26-01-01", "before:26-01-01", []), ("after:2026-1-1", "after:2026-1-1", []),
      (#""is:open""#, "is:open", []), (#"is:"open""#, "", [.status(.open)]),
      (#"a "b"#, "a b", []), ("\"\"", "", []), ("  ", "", []), (":", ":", []),
    ] as [(String, String, [SearchWords.Filter])]
  )
  func `filters are told from words`(
    typed: String,
    text: String,
    filters: [SearchWords.Filter]
  ) {
    let words = SearchWords(typed)
    #expect(words.text == text)
    #expect(words.filters == filters)
  }

  @Test func `there are at most ten`() {
    let many = (1...11).map { "label:l\($0)" }.joined(separator: " ")
    #expect(SearchWords(many).filters.count == 10)
    #expect(SearchWords(many).text == "")
  }
}
