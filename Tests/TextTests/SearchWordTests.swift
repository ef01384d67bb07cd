import Testing
import Text

@Suite struct SearchWordTests {
  @Test(arguments: [
    ("", []),
    (" \n\t", []),
    ("Hello, World!", ["hello", "world"]),
    ("don't don’t O'Brien rock'n'roll 'quoted'", ["dont", "obrien", "rocknroll", "quoted"]),
    ("l'eau d’accord qu'il", ["l", "eau", "d", "accord", "qu", "il"]),
    ("it''s", ["it", "s"]),
    ("jane.doe@example.com", ["jane", "doe", "example", "com"]),
    ("AB-12345 AB12345", ["ab", "12345", "ab12345"]),
    ("https://shop.example/a_b?c=1", ["https", "shop", "example", "a", "b", "c", "1"]),
    ("Größe süß", ["grosse", "suss"]),
    ("Πού είναι", ["που", "ειναι"]),
    ("п'ять объём", ["пять", "объем"]),
    ("한국어 처리", ["한국어", "처리"]),
    ("धन्यवाद", ["धन्यवाद"]),
    ("👍🏽🎉 1️⃣ ok🎉", ["1", "ok"]),
    ("12.50€ 3kg", ["12", "50", "3kg"]),
  ])
  func `cuts words at what stands between them`(text: String, expected: [String]) {
    // Each word once: what is repeated says nothing new about the cutting.
    var seen: Set<String> = []
    let words = words(text).filter { seen.insert($0).inserted }
    #expect(words == expected)
  }

  @Test(arguments: [
    ("我要退款", ["我要", "要退", "退款"]),
    ("我", ["我"]),
    ("我 要", ["我", "要"]),
    ("iPhone手机12", ["iphone", "手机", "12"]),
    ("カード", ["カー", "ート\u{3099}"]),
    ("ขอบคุณ", ["ขอ", "อบ", "บคุ", "คุณ"]),
    ("ນໍ້າ", ["ນໍ\u{EC9}າ"]),
    ("ភាសា", ["ភាសា"]),
    ("你好，世界", ["你好", "世界"]),
  ])
  func `cuts scripts without spaces into pieces of two letters`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("می\u{200C}خواهم", ["میخواهم"]),
    ("می خواهم", ["میخواهم"]),
    ("میخواهم", ["میخواهم"]),
    ("نمی دانم چرا", ["نمیدانم", "چرا"]),
    ("کتاب ها", ["کتابها"]),
    ("کتاب\u{200C}های", ["کتابهای"]),
    ("بزرگ ترین", ["بزرگترین"]),
    ("می، خواهم", ["می", "خواهم"]),
    ("ها", ["ها"]),
    ("20تومان PDFها", ["20", "تومان", "pdf", "ها"]),
    ("سوپ آش", ["سوپ", "اش"]),
  ])
  func `joins Persian words with their prefixes and endings`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `keeps 64 scalars of a word and reads on after it`() {
    let word = String(repeating: "x", count: 64)
    #expect(words(word + " y") == [word, "y"])
    #expect(words(word + "x y") == [word, "y"])
  }

  @Test func `keeps 64 scalars of a joined word`() {
    let joined = words(String(repeating: "ها ", count: 100))
    #expect(joined.map(\.unicodeScalars.count) == [64])
  }

  @Test(arguments: [-1, 0, 1, 3])
  func `cuts at most as many words as asked`(limit: Int) {
    #expect(words("one two three", limit: limit).count == max(0, limit))
    #expect(words("一二三四", limit: limit).count == max(0, limit))
    #expect(words("a一b二", limit: limit).count == max(0, limit))
  }

  @Test(arguments: [
    String(repeating: "\u{301}\u{94D}", count: 1_000),
    "\u{94D}",
    "\u{0}\u{0}a\u{0}b",
    "\u{202E}evil\u{202C} \u{2066}x\u{2069}",
    "\"'; DROP TABLE x; --' * NEAR(a b) & | ! <-> :*",
    "\u{FFFE}\u{10FFFF}\u{E000}\u{FFFD}",
    String(repeating: "é", count: 100_000),
    String(repeating: "退", count: 10_000),
    "a" + String(repeating: "\u{94D}", count: 100_000),
    "'''''' ’’’ a' 'b",
  ])
  func `hostile text gives clean words`(text: String) {
    #expect(SearchWord.cut(NormalisedText(text)).allSatisfy(isClean))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `any text gives clean words`(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<50 {
      let text = generator.text(length: 200)
      #expect(SearchWord.cut(NormalisedText(text)).allSatisfy(isClean))
    }
  }

  private func words(_ text: String, limit: Int = 4_000) -> [String] {
    SearchWord.cut(NormalisedText(text), limit: limit).map(\.text)
  }

  private func isClean(_ word: SearchWord) -> Bool { isToken(word.text) && isToken(word.stem) }
}
