import Foundation
import Understanding

/// Turns lines of JSON into lines of JSON.
struct LineAnswers {
  /// The longest line that is read, in bytes.
  static let lineLimit = 1_000_000

  private var reader: Reader
  private let explain: Bool
  private let reply: Bool

  init(_ model: ReadingModel, explain: Bool, reply: Bool) {
    reader = Reader(model)
    self.explain = explain
    self.reply = reply
  }

  /// The answer to one line, which says what is wrong with a line that cannot be read.
  mutating func answer(_ line: String) -> String {
    guard line.utf8.count <= Self.lineLimit else {
      return failure("the line is longer than \(Self.lineLimit) bytes")
    }
    let parsed = try? JSONSerialization.jsonObject(with: Data(line.utf8))
    guard let object = parsed as? [String: Any] else {
      return failure("the line is not a JSON object")
    }
    return reply ? answerReply(object) : answerText(object)
  }

  private mutating func answerText(_ object: [String: Any]) -> String {
    guard let text = object["text"] as? String else { return failure("\"text\" is not a string") }
    var json = JSONText()
    json.pass(object, except: ["text"], unless: ReadingJSON.keys)
    if explain {
      let (reading, spans) = reader.explain(text)
      ReadingJSON.write(reading, to: &json)
      json.key("explanation")
      json.raw(ReadingJSON.explanation(spans))
    } else {
      ReadingJSON.write(reader.read(text), to: &json)
    }
    return json.object
  }

  private mutating func answerReply(_ object: [String: Any]) -> String {
    guard let reply = object["reply"] as? String else {
      return failure("\"reply\" is not a string")
    }
    let reading = reader.readReply(
      reply,
      to: object["customer"] as? String ?? "",
      name: object["name"] as? String
    )
    var json = JSONText()
    json.pass(object, except: ["customer", "name", "reply"], unless: ReplyJSON.keys)
    ReplyJSON.write(reading, to: &json)
    return json.object
  }

  private func failure(_ message: String) -> String {
    var json = JSONText()
    json.add("error", message)
    return json.object
  }
}
