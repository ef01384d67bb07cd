import Testing
import Text

@Suite struct TokenisedTextTests {
  @Test(arguments: [
    ("Don't panic!!", ["dont", "panic", "!!"]),
    ("sooo GOOD", ["so", "good"]),
    ("می خواهم کتاب ها را", ["میخواهم", "کتابها", "را"]),
    ("نمی\u{200C}شود", ["نمیشود"]),
    ("Ποιο είναι;", ["ποιο", "ειναι", ";"]),
    ("ok 👍🏽\nbye", ["ok", "👍", "\n", "bye"]),
    ("3ana 8elw 12:30", ["3ana", "8elw", "12", ":", "30"]),
  ])
  func `cuts a text into folded tokens`(text: String, expected: [String]) {
    let tokenised = TokenisedText(text)
    let tokens = tokenised.tokens.map { $0.kind == .lineBreak ? "\n" : tokenised.string($0) }
    #expect(tokens == expected)
  }

  @Test func `each token knows where it stood, in Unicode scalars`() {
    let text = "Ωχ! 👨‍👩‍👧 Cafe\u{301} down"
    let scalars = Array(text.unicodeScalars)
    let tokenised = TokenisedText(text)
    let last = tokenised.tokens.last
    #expect(last.map { String(String.UnicodeScalarView(scalars[$0.source])) } == "down")
    #expect(tokenised.tokens.allSatisfy { scalars.indices.contains($0.source.lowerBound) })
  }

  @Test func `capitals and lengthened words are told`() {
    let tokens = TokenisedText("WHERE is itttt I").tokens
    #expect(tokens.map(\.isCapitals) == [true, false, false, false])
    #expect(tokens.map(\.isElongated) == [false, false, true, false])
  }

  @Test func `what lies beyond the limit is not read`() {
    let text = String(repeating: "a ", count: TokenisedText.scalarLimit)
    #expect(TokenisedText(text).tokens.count == TokenisedText.scalarLimit / 2)
  }
}
