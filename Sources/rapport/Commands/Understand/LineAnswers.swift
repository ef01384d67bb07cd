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
  ///
  /// - Parameter line: UTF-8; of a longer line than ``lineLimit`` one byte more is enough.
  /// - Returns: a JSON object in UTF-8 without the end of a line.
  mutating func answer(_ line: [UInt8]) -> [UInt8] {
    guard line.count <= Self.lineLimit else {
      return failure("the line is longer than \(Self.lineLimit) bytes")
    }
    if !reply, let text = PlainLine.text(line) { return answerText(text, beside: [:]) }
    // What is wrong with a line Foundation tells in words that nobody could use.
    let parsed = try? JSONSerialization.jsonObject(with: Data(line))
    guard let object = parsed as? [String: Any] else {
      return failure("the line is not a JSON object")
    }
    if reply { return answerReply(object) }
    guard let text = object["text"] as? String else { return failure("\"text\" is not a string") }
    return answerText(text, beside: object)
  }

  private mutating func answerText(_ text: String, beside object: [String: Any]) -> [UInt8] {
    var json = JSONText()
    json.pass(object, except: ["text", "before"], unless: ReadingJSON.keys)
    let earlier = object["before"] as? [String] ?? []
    if explain {
      let (reading, spans) = reader.explain(text, after: earlier)
      ReadingJSON.write(reading, to: &json)
      json.add("explanation", ReadingJSON.explanation(spans))
    } else {
      ReadingJSON.write(reader.read(text, after: earlier), to: &json)
    }
    return json.object
  }

  private mutating func answerReply(_ object: [String: Any]) -> [UInt8] {
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

  private func failure(_ message: String) -> [UInt8] {
    var json = JSONText()
    json.add("error", message)
    return json.object
  }
}
