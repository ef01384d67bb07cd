import Foundation
import Testing
import Understanding

@testable import rapport

/// What `understand` answers to lines, with a model that was taught next to nothing.
@Suite struct LineAnswersTests {
  private static let shared = Result {
    let labels = [
      ("angry waiting weeks", ["negative", "2", "anger", "-", "slow", "-"]),
      ("thank you so much", ["positive", "2", "gratitude", "-", "-", "-"]),
      ("what are your hours", ["neutral", "0", "-", "-", "-", "-"]),
    ]
    let rows = (0..<6).flatMap { round in
      labels.enumerated().map { place, label in
        (["\(round)-\(place)"] + label.1).joined(separator: "\t")
      }
    }
    let texts = (0..<6).flatMap { round in
      labels.enumerated().map { place, label in "\(round)-\(place)\tbank\tchat\t\(label.0) \(round)"
      }
    }
    let material = TrainingMaterial(
      messages: try CorpusFiles.messages(
        ["id\tsector\tchannel\ttext\n" + texts.joined(separator: "\n")],
        labels: ["id\tpolarity\n" + rows.joined(separator: "\n")],
        language: "en"
      ),
      replies: [],
      sets: [],
      languages: [TrainingMaterial.Text(text: "hello there my friend", labels: ["en"])],
      lexicons: ["[negator]\nnot"]
    )
    return try ReadingTrainer(material, sizes: .tiny) { _ in }.train()
  }

  private func answer(
    _ line: String,
    explain: Bool = false,
    reply: Bool = false
  ) throws -> [String: Any] {
    var answers = LineAnswers(try Self.shared.get(), explain: explain, reply: reply)
    let data = Data(answers.answer(Array(line.utf8)))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `other members are passed through, but none that a reading has`() throws {
    let line = #"{"id": 7, "text": "angry waiting weeks", "polarity": "?", "tags": ["a", null]}"#
    let answer = try answer(line)
    #expect(answer["id"] as? Int == 7)
    #expect((answer["tags"] as? [Any])?.count == 2)
    #expect(answer["polarity"] as? String == "negative")
    #expect(answer["text"] == nil)
  }

  @Test(arguments: [
    ("", "the line is not a JSON object"),
    ("[1]", "the line is not a JSON object"),
    (#"{"text": "a"#, "the line is not a JSON object"),
    (#"{"text": 1}"#, #""text" is not a string"#),
    (#"{"id": 1}"#, #""text" is not a string"#),
    (#"{"text":"a\u12"}"#, "the line is not a JSON object"),
    (
      #"{"text": ""# + String(repeating: "a", count: LineAnswers.lineLimit) + #""}"#,
      "the line is longer than 1000000 bytes"
    ),
  ])
  func `a line that cannot be read is answered in its place`(line: String, error: String) throws {
    #expect(try answer(line)["error"] as? String == error)
  }

  @Test func `offsets count Unicode scalars`() throws {
    let answer = try answer(#"{"text": "👩‍👧 where? mail a@example.com"}"#)
    let personal = try #require(answer["personal"] as? [[String: Any]])
    #expect(personal.map { $0["start"] as? Int } == [16])
    #expect(personal.map { $0["end"] as? Int } == [29])
    #expect(personal.map { $0["text"] as? String } == ["a@example.com"])
  }

  @Test func `what was written before is no member of the answer`() throws {
    let answer = try answer(#"{"text": "angry waiting weeks", "before": ["hello"]}"#)
    #expect(answer["before"] == nil)
    #expect(answer["language"] as? String == "en")
  }

  @Test func `explains every label on demand`() throws {
    let answer = try answer(#"{"text": "angry waiting weeks"}"#, explain: true)
    let explanation = try #require(answer["explanation"] as? [String: Any])
    #expect(explanation["anger"] != nil)
    #expect(explanation["slow"] != nil)
  }

  @Test func `reads replies beside what they answer`() throws {
    let line =
      #"{"id": 1, "customer": "angry waiting weeks", "name": "Ann", "reply": "Sorry, Ann."}"#
    let answer = try answer(line, reply: true)
    #expect(answer["id"] as? Int == 1)
    #expect(answer["customer"] == nil)
    #expect(answer["tone"] is String)
    #expect(answer["steps"] is [String])
    #expect(answer["customerFormality"] is Double)
  }

  @Test func `a reply must be a string, and its customer need not be known`() throws {
    #expect(try answer(#"{"reply": 1}"#, reply: true)["error"] as? String != nil)
    let answer = try answer(#"{"reply": "Hello."}"#, reply: true)
    #expect(answer["customerFormality"] is NSNull)
  }
}
