import ArgumentParser
import Foundation
import Understanding

/// Measures the model on files of texts with labels.
struct UnderstandEvaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure the model on files of lines: text TAB label[,label…][ TAB language]."
  )

  @Argument(help: "Files of texts with labels.")
  var files: [String]

  @Option(help: "How a free set's labels become polarity: goemotions, xed or six.")
  var scheme: String?

  @OptionGroup var model: ModelOptions

  func run() async throws {
    var reader = Reader(try model.load())
    for path in files {
      let rows = try rows(path)
      guard !rows.isEmpty else { throw ValidationError("\(path) has no lines of text TAB label") }
      var evaluation = TextEvaluation(labels: rows.reduce(into: []) { $0.formUnion($1.labels) })
      for row in rows {
        evaluation.count(row.text, row.labels, language: row.language, &reader)
      }
      EvaluationTable.show(evaluation, title: path)
    }
  }

  private typealias Row = (text: String, labels: Set<String>, language: String?)

  private func rows(_ path: String) throws -> [Row] {
    let content = try String(contentsOfFile: path, encoding: .utf8)
    let mapping = try scheme.map(Self.mapping)
    return content.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count >= 2 else { return nil }
      let language = parts.count > 2 && !parts[2].isEmpty ? String(parts[2]) : nil
      let labels = parts[1].split(separator: ",").map {
        Substring($0.trimmingCharacters(in: .whitespaces))
      }
      guard let mapping else {
        return (String(parts[0]), Set(labels.map(String.init)), language)
      }
      guard let polarity = mapping.polarity(labels) else { return nil }
      return (String(parts[0]), [polarity.rawValue], language)
    }
  }

  private static func mapping(_ name: String) throws -> PublicSet {
    switch name {
    case "goemotions": return PublicSet(.goEmotions)
    case "xed": return PublicSet(.xed)
    case "six": return PublicSet(.sixEmotions)
    default: throw ValidationError("--scheme is goemotions, xed or six, not \(name)")
    }
  }
}
