import Testing
import Text

@Suite struct SearchDocumentTests {
  @Test(arguments: [
    ("", ""),
    ("?!", ""),
    ("Refund! A refund, REFUNDS", "refund a refunds"),
    ("two deliveries", "two deliveri deliveries"),
    ("我要退款", "我要 要退 退款 款"),
    ("我 我", "我"),
    ("کتاب\u{200C}ها", "کتاب کتابها"),
  ])
  func `lists stems and words once, in order of appearance`(text: String, expected: String) {
    #expect(SearchDocument(text).tokens == expected)
  }

  @Test func `reads the first words only`() {
    #expect(SearchDocument("one one two three", wordLimit: 3).tokens == "one two")
  }

  @Test func `leaves out what does not fit`() {
    #expect(SearchDocument("one two red", byteLimit: 11).tokens == "one two red")
    #expect(SearchDocument("one two red", byteLimit: 10).tokens == "one two")
    #expect(SearchDocument("one", byteLimit: 0).tokens.isEmpty)
  }

  @Test func `reads 200,000 scalars and none after them`() {
    let blank = String(repeating: " ", count: SearchDocument.scalarLimit - 1)
    #expect(SearchDocument(blank + "x").tokens == "x")
    #expect(SearchDocument(blank + " x").tokens.isEmpty)
  }

  @Test func `a huge word is cut and harms nothing`() {
    let tokens = SearchDocument(String(repeating: "ü", count: 100_000) + " end").tokens
    #expect(tokens == String(repeating: "u", count: 64) + " end")
  }

  @Test func `lists every one of very many words`() {
    let words = (0..<3_999).map { "w\($0)" }
    #expect(
      SearchDocument(words.joined(separator: " ")).tokens.split(separator: " ").count == 3_999
    )
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `tokens are clean and distinct, with single spaces`(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<25 {
      let document = SearchDocument(generator.text(length: 300)).tokens
      let tokens = document.split(separator: " ", omittingEmptySubsequences: false)
      guard !document.isEmpty else { continue }
      #expect(tokens.allSatisfy { isToken(String($0)) })
      #expect(Set(tokens.map { Array($0.utf8) }).count == tokens.count)
    }
  }
}
