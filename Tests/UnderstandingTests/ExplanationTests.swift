import Testing

@testable import Understanding

/// What a reading rests on, in texts that the general model decides.
@Suite struct ExplanationTests {
  private static let shared = Result { try trained() }

  private let model: ReadingModel

  init() throws { model = try Self.shared.get() }

  /// German is no language of the corpus, so its texts are read by the general model alone.
  private static func trained() throws -> ReadingModel {
    let words = ["heute", "wieder", "so", "sehr", "hier", "nun"]
    let texts = words.flatMap { word in
      [
        TrainingMaterial.Text(text: "ich bin \(word) traurig", labels: ["sadness"]),
        TrainingMaterial.Text(text: "das macht \(word) freude", labels: ["joy"]),
        TrainingMaterial.Text(text: "der zug kommt \(word) um acht", labels: ["neutral"]),
      ]
    }
    let set = TrainingMaterial.Set(
      name: "sätze",
      scheme: PublicSet(.sixEmotions),
      texts: texts,
      weight: 1
    )
    let languages = words.flatMap { word in
      [
        TrainingMaterial.Text(text: "ich bin \(word) müde und das ist gut", labels: ["de"]),
        TrainingMaterial.Text(text: "i am off to work and that is it", labels: ["en"]),
      ]
    }
    let material = TrainingMaterial(
      messages: [],
      replies: [],
      sets: [set],
      languages: languages,
      lexicons: ["[negator]\nnicht"]
    )
    return try ReadingTrainer(material, sizes: .tiny) { _ in }.train()
  }

  @Test func `the spans of a label come from the model that gave it`() throws {
    var reader = Reader(model)
    let text = "ich bin traurig"
    let (reading, spans) = reader.explain(text)
    #expect(reading.language == "de")
    #expect(reading.labels.first == .sadness)
    let span = try #require(spans["sadness"]?.first)
    #expect(span.end == text.unicodeScalars.count)
    #expect(reading.evidence == spans["sadness"])
  }

  @Test func `explains the reading as corrections have made it`() {
    var reader = Reader(model)
    let text = "ich bin traurig"
    var corrections = Corrections()
    corrections.add(Correction(label: "sadness", isTrue: false, trace: reader.trace(text)))
    let (reading, spans) = reader.explain(text, corrections: corrections)
    let read = reader.read(text, corrections: corrections)
    #expect(reading == read)
    #expect(spans["sadness"] == nil)
  }
}
