import Testing
import Text

@Suite struct SearchQueryTests {
  @Test(arguments: ["", "   ", "\"\"", "🎉", "-- ; '", "\u{0}"])
  func `no words give no terms`(text: String) {
    #expect(SearchQuery(text).terms.isEmpty)
  }

  @Test func `terms are stems, and the last has its beginning too`() {
    let terms = SearchQuery("\"lost deliveries\" refun").terms
    #expect(terms.map(\.stem) == ["lost", "deliveri", "refun"])
    #expect(terms.map(\.prefix) == [nil, nil, "refun"])
  }

  @Test func `one letter is no beginning, except in scripts without spaces`() {
    #expect(SearchQuery("a").terms.map(\.prefix) == [nil])
    #expect(SearchQuery("ab").terms.map(\.prefix) == ["ab"])
    #expect(SearchQuery("退 order").terms.map(\.prefix) == ["退", "order"])
  }

  @Test func `each stem is asked for once`() {
    #expect(SearchQuery("run running runs").terms.map(\.stem) == ["run"])
  }

  @Test(arguments: [15, 16, 17])
  func `has at most 16 terms`(count: Int) {
    let text = (0..<count).map { "w\($0)" }.joined(separator: " ")
    #expect(SearchQuery(text).terms.count == min(count, SearchQuery.termLimit))
    #expect(SearchQuery(text).terms.last?.prefix == (count > 16 ? nil : "w\(count - 1)"))
  }

  @Test(arguments: [
    ("deliv", "Your delivery"),
    ("deliverie", "two deliveries"),
    ("happin", "happiness"),
    ("DELIVERY", "deliveries"),
    ("dont", "I don’t know"),
    ("AB-12345", "order ab-12345."),
    ("12345", "order AB-12345"),
    ("jane@example.com", "From: Jane <JANE@EXAMPLE.COM>"),
    ("example", "https://example.com/x"),
    ("eau", "l'eau"),
    ("muller strasse", "Müller, Straße"),
    ("τιμη", "Οι ΤΙΜΈΣ της"),
    ("заказ", "С заказами"),
    ("می\u{200C}خواهم", "می خواهم"),
    ("می خواهم", "میخواهم"),
    ("میخواهم", "می\u{200C}خواهم"),
    ("كتاب", "کتاب\u{200C}هایی"),
    ("۱۲۳", "order 123"),
    ("退", "我要退款"),
    ("款", "我要退款"),
    ("款 我", "我要退款"),
    ("退款", "我要退款"),
    ("カード", "クレジットカード"),
    ("คุณ", "ขอบคุณ"),
  ])
  func `finds the document that was meant`(query: String, document: String) {
    #expect(isFound(by: query, in: document))
  }

  @Test(arguments: [
    ("refund delivery", "the delivery"),
    ("deli", "a parcel"),
    ("elivery", "delivery"),
    ("款退", "我要退款"),
    ("123456", "AB-12345"),
  ])
  func `leaves other documents alone`(query: String, document: String) {
    #expect(!isFound(by: query, in: document))
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `a document is found by any of its words`(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<20 {
      let document = generator.sentence(wordCount: 40)
      let words = document.words.shuffled(using: &generator).prefix(3)
      #expect(isFound(by: words.joined(separator: " "), in: document.text))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `terms are clean`(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<50 {
      for term in SearchQuery(generator.text(length: 80)).terms {
        #expect(isToken(term.stem))
        if let prefix = term.prefix { #expect(isToken(prefix)) }
      }
    }
  }
}
