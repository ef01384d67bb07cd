import Testing
import Text

@testable import Understanding

@Suite struct LexiconTests {
  private let lexicon: Lexicon

  init() throws {
    var builder = LexiconBuilder()
    try builder.add("[negator]\nnot, never\n[waiting]\nstill wait*, waste ~ time\n[good]\nhappy")
    try builder.add("# Greek\n[waiting]\nπεριμέν*\n[good]\nعالی")
    lexicon = builder.build()
  }

  private func hits(_ text: String, _ spelling: WordForms.Spelling = .asWritten) -> [String] {
    var extractor = FeatureExtractor(lexicon: lexicon)
    extractor.extract(TokenisedText(text), spelling: spelling)
    return extractor.hits.map {
      ($0.isNegated ? "not " : "") + lexicon.concepts[Int($0.concept)]
    }
  }

  @Test(arguments: [
    ("I am STILL waiting", ["waiting"]),
    ("what a waste of my time", ["waiting"]),
    ("waste of all of our precious time", []),
    ("Ακόμα περιμένω", ["waiting"]),
    ("خیلی عالی", ["good"]),
    ("not happy", ["negator", "not good"]),
    ("not now. happy", ["negator", "good"]),
  ])
  func `finds phrases, beginnings, gaps and negations`(text: String, expected: [String]) {
    #expect(hits(text) == expected)
  }

  @Test func `finds Greek phrases in Latin letters`() {
    #expect(hits("perimenw", .latinGreek) == ["waiting"])
    #expect(hits("perimenw") == [])
  }

  @Test func `a source that makes no sense is refused with its line`() {
    var builder = LexiconBuilder()
    #expect(throws: LexiconFailure.phraseWithoutConcept(line: 1)) { try builder.add("happy") }
    #expect(throws: LexiconFailure.unusablePhrase("a b c d e f g h i", line: 2)) {
      try builder.add("[x]\na b c d e f g h i")
    }
  }
}
