import Foundation
import Testing
import Text

@Suite struct NormalisedTextTests {
  @Test(arguments: [
    ("Hello, World", "hello, world"),
    ("Café RÉSUMÉ naïve Ångström", "cafe resume naive angstrom"),
    ("Straße GROẞ Łódź Søren Þór İstanbul ısı", "strasse gross lodz soren thor istanbul isi"),
    ("Ορίστε ΤΙΜΗΣ τιμής ΐ", "οριστε τιμησ τιμησ ι"),
    ("Ёлка Новый ЙОД їжак", "елка новый йод іжак"),
    ("ＡＢ－１２３ ﬁne Ⅳ ™ ½", "ab-123 fine iv tm 1⁄2"),
    ("𝓯𝓻𝓮𝓮 𝐌𝐎𝐍𝐄𝐘", "free money"),
    ("don’t donʼt don´t", "don't don't don't"),
    ("كتاب مدرسة على علي مؤمن أإآٱ", "کتاب مدرسه علی علی مومن اااا"),
    ("مُحَمَّدٌ ـــسلامـــ جزء", "محمد سلام جز"),
    ("۱۲۳ ١٢٣ १२३ ๑๒๓", "123 123 123 123"),
    ("می\u{200C}خواهم", "میخواهم"),
    ("a\u{200B}b\u{AD}c\u{202E}d\u{2066}e\u{FEFF}f\u{FE0F}", "abcdef"),
    ("שָׁלוֹם", "שלום"),
    ("हिन्दी क़लम", "हिन्दी क\u{93C}लम"),
    ("ﾊﾝｶｸ ガ", "ハンカク カ\u{3099}"),
    ("a\u{0}b\tc\u{A0}d\u{2028}e", "a b c d e"),
    ("👍🏽 ok 🎉", "👍🏽 ok 🎉"),
  ])
  func `has one spelling for each text`(text: String, expected: String) {
    #expect(scalars(NormalisedText(text).string) == scalars(expected))
  }

  @Test func `composes Hangul and leaves syllables whole`() {
    let text = "한국어 값 닭"
    #expect(scalars(NormalisedText(text).string) == scalars(text))
    let decomposed = text.decomposedStringWithCanonicalMapping
    #expect(scalars(NormalisedText(decomposed).string) == scalars(text))
  }

  @Test(
    arguments: [0...0x1_FFFF, 0x2_F800...0x2_FA1F, 0xE_0000...0xE_0FFF] as [ClosedRange<UInt32>]
  )
  func `normalising any scalar twice changes nothing`(values: ClosedRange<UInt32>) {
    for value in values {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = NormalisedText(String(scalar))
      let twice = NormalisedText(once.string)
      if once != twice { Issue.record("U+\(String(value, radix: 16)) changes again") }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `normalising generated text twice changes nothing`(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<100 {
      let once = NormalisedText(generator.text(length: 60))
      #expect(NormalisedText(once.string) == once)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `composed and decomposed texts become the same`(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<100 {
      let text = generator.text(length: 60)
      let composed = NormalisedText(text.precomposedStringWithCanonicalMapping)
      let decomposed = NormalisedText(text.decomposedStringWithCanonicalMapping)
      #expect(composed == decomposed)
    }
  }

  @Test func `marks in either order are the same, as Unicode orders them`() {
    let virama = "\u{94D}"
    let nukta = "\u{93C}"
    #expect(scalars(NormalisedText("क" + virama + nukta).string) == scalars("क" + nukta + virama))
    #expect(scalars(NormalisedText("क" + nukta + virama).string) == scalars("क" + nukta + virama))
  }

  @Test func `keeps eight marks on a letter and no ninth`() {
    let virama = "\u{94D}"
    let eight = "क" + String(repeating: virama, count: 8)
    #expect(scalars(NormalisedText(eight).string) == scalars(eight))
    #expect(scalars(NormalisedText(eight + virama).string) == scalars(eight))
  }

  @Test func `reads as many scalars as asked`() {
    #expect(NormalisedText("abc", scalarLimit: 2).string == "ab")
    #expect(NormalisedText("abc", scalarLimit: 3).string == "abc")
    #expect(NormalisedText("abc", scalarLimit: 0).string.isEmpty)
  }

  /// Exact spelling: strings compare equal when they are merely canonically equivalent.
  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
