import Testing

@testable import Understanding

@Suite struct TextEvaluationTests {
  /// A model that has seen nothing takes every text for the same.
  private static let shared = Result {
    try ReadingTrainer(
      TrainingMaterial(
        messages: [],
        replies: [],
        sets: [],
        languages: [TrainingMaterial.Text(text: "hello there my friend", labels: ["en"])],
        lexicons: ["[negator]\nnot"]
      ),
      sizes: .tiny
    ) { _ in }.train()
  }

  private func evaluation(
    _ texts: [(text: String, labels: Set<String>, language: String?)]
  ) throws -> TextEvaluation {
    var reader = Reader(try Self.shared.get())
    var evaluation = TextEvaluation(labels: texts.reduce(into: []) { $0.formUnion($1.labels) })
    for text in texts {
      evaluation.count(text.text, text.labels, language: text.language, &reader)
    }
    return evaluation
  }

  @Test func `counts by the language stated, and else by the one read`() throws {
    let found = try evaluation([
      ("one", ["negative"], "xx"), ("two", ["positive"], "xx"), ("three", ["neutral"], nil),
    ])
    #expect(found.languages.keys.sorted() == ["en", "xx"])
    #expect(found.languages["xx"]?["negative"]?.support == 1)
    #expect(found.languages["xx"]?["neutral"]?.support == 0)
    #expect(found.languages["en"]?["neutral"]?.support == 1)
  }

  @Test func `says nothing of probabilities that nobody stated`() throws {
    #expect(try evaluation([("one", ["negative"], nil)]).calibrationError == nil)
    #expect(try evaluation([("one", ["anger"], nil)]).calibrationError != nil)
  }

  @Test func `the mean of F1 leaves out labels that do not occur`() {
    var right = Tally()
    right.count(given: true, true: true)
    #expect(TextEvaluation.macroF1(["a": right, "b": Tally()]) == 1)
    #expect(TextEvaluation.macroF1([:]) == 0)
  }
}
