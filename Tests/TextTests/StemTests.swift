import Testing
import Text

@Suite struct StemTests {
  @Test(arguments: [
    ["delivery", "deliveries", "Delivery's"],
    ["refund", "refunds", "refunded", "refunding"],
    ["running", "runs", "run"],
    ["παραγγελία", "παραγγελίες", "ΠΑΡΑΓΓΕΛΙΑ", "παραγγελιών"],
    ["τιμή", "τιμές", "ΤΙΜΗΣ"],
    ["заказ", "заказа", "заказами", "ЗАКАЗЫ"],
    ["новый", "новая", "новые"],
    ["کتاب", "کتاب\u{200C}ها", "کتاب\u{200C}های", "کتاب\u{200C}هایی", "کتابها", "کتابهایشان"],
    ["بزرگ", "بزرگ\u{200C}تر", "بزرگترین"],
    ["خواهم", "می\u{200C}خواهم", "نمی\u{200C}خواهم"],
    ["طلب", "الطلب", "والطلب"],
  ])
  func `inflections share a stem`(words: [String]) {
    let stems = words.map { word in SearchWord.cut(NormalisedText(word)).map(\.stem) }
    #expect(Set(stems).count == 1)
    #expect(stems.first?.count == 1)
  }

  @Test(arguments: [
    ("دختر", "دختر"), ("سلام", "سلام"), ("میز", "میز"), ("الان", "الان"), ("میروم", "روم"),
    ("12345", "12345"), ("ab12345s", "ab12345s"), ("runningиng", "runningиng"),
    ("한국어", "한국어"), ("退款", "退款"),
  ])
  func `short, mixed and other words stay whole`(word: String, expected: String) {
    #expect(SearchWord.cut(NormalisedText(word)).map(\.stem) == [expected])
  }

  @Test func `many threads get the stems that one gets`() async {
    let words = SearchWord.cut(
      NormalisedText("deliveries refunded running happily παραγγελίες τιμής заказами новые")
    )
    let expected = words.map(\.stem)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<16 {
        group.addTask {
          (0..<500).count { _ in words.map(\.stem) != expected }
        }
      }
      for await wrong in group { #expect(wrong == 0) }
    }
  }
}
