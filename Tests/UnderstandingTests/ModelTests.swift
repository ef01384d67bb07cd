import Testing

@testable import Understanding

@Suite struct ModelTests {
  /// A small corpus: every message of a language thrice in other words.
  private static func material() -> TrainingMaterial {
    let labels = [
      ("angry waiting three weeks", ["negative", "2", "anger", "-", "slow", "-"]),
      ("thank you so much, lovely", ["positive", "2", "gratitude", "-", "-", "-"]),
      ("what are your opening hours", ["neutral", "0", "-", "-", "-", "-"]),
      ("i am leaving, cancel my contract", ["negative", "2", "frustration", "churn", "-", "-"]),
    ]
    var messages: [LabelledMessage] = []
    for round in 0..<6 {
      for (place, (text, columns)) in labels.enumerated() {
        guard let read = MessageLabels(columns.map { Substring($0) }) else { continue }
        messages.append(
          LabelledMessage(
            id: "\(round)-\(place)",
            language: "en",
            text: text + " " + ["now", "really", "here", "today", "indeed", "again"][round],
            labels: read
          )
        )
      }
    }
    let languages = ["hello there my friend", "good morning to you"].map {
      TrainingMaterial.Text(text: $0, labels: ["en"])
    }
    return TrainingMaterial(
      messages: messages,
      replies: [],
      sets: [],
      languages: languages + [TrainingMaterial.Text(text: "καλημέρα σας", labels: ["el"])],
      lexicons: ["[negator]\nnot\n[delight]\nlovely"]
    )
  }

  private static func trained() throws -> ReadingModel {
    try ReadingTrainer(material(), sizes: .tiny) { _ in }.train()
  }

  private static let shared = Result { try trained() }

  private let model: ReadingModel

  init() throws { model = try Self.shared.get() }

  @Test func `the same material gives the same bytes`() throws {
    let again = try Self.trained()
    #expect(again.file == model.file)
  }

  @Test func `a model read from its file reads alike`() throws {
    let copy = try ReadingModel(file: model.file)
    var first = Reader(model)
    var second = Reader(copy)
    #expect(first.read("angry waiting weeks") == second.read("angry waiting weeks"))
    #expect(copy.file == model.file)
  }

  @Test(arguments: [0, 1, 20, 1_000])
  func `a file cut short is no model`(length: Int) {
    #expect(throws: ModelFailure.self) {
      try ReadingModel(file: Array(model.file.prefix(length)))
    }
  }

  @Test func `a file with more behind it is no model`() {
    #expect(throws: ModelFailure.inconsistent) { try ReadingModel(file: model.file + [0]) }
  }

  @Test func `reads what it was taught`() {
    var reader = Reader(model)
    #expect(reader.read("angry waiting three weeks").polarity == .negative)
    #expect(reader.read("thank you so much, lovely").polarity == .positive)
    #expect(reader.read("what are your opening hours").labels == [])
  }

  @Test(arguments: ["", " \n", "\u{200D}", "…", "👍", String(repeating: "😀a", count: 9_000)])
  func `reads any text, and evidence lies inside it`(text: String) {
    var reader = Reader(model)
    let reading = reader.read(text)
    let count = text.unicodeScalars.count
    #expect(reading.evidence.allSatisfy { $0.start < $0.end && $0.end <= count })
    #expect((-1...1).contains(reading.score))
  }

  @Test func `a correction counts at once, for the same text most, and can be undone`() {
    var reader = Reader(model)
    let text = "angry waiting three weeks today"
    var corrections = Corrections()
    corrections.add(Correction(label: "anger", isTrue: false, trace: reader.trace(text)))
    #expect(reader.read(text, corrections: corrections).labels.contains(.anger) == false)
    let before = reader.read(text).emotions[.anger] ?? 0
    let after = reader.read(text, corrections: corrections).emotions[.anger] ?? 1
    #expect(after < before / 10)
    corrections.reset()
    #expect(reader.read(text, corrections: corrections) == reader.read(text))
  }

  @Test func `a correction of no label is refused, and only the newest are kept`() {
    var reader = Reader(model)
    var corrections = Corrections()
    let trace = reader.trace("hello")
    let isTaken = corrections.add(Correction(label: "boredom", isTrue: true, trace: trace))
    #expect(!isTaken)
    for number in 0...Corrections.limit {
      let trace = reader.trace("text \(String(repeating: "x", count: number + 1))")
      corrections.add(Correction(label: "anger", isTrue: true, trace: trace))
    }
    #expect(corrections.all.count <= Corrections.limit)
  }
}
