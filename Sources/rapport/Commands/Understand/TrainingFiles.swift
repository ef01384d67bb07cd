import ArgumentParser
import Foundation
import Understanding

/// Reads the files that a model learns from.
struct TrainingFiles: ParsableArguments {
  @Option(help: "The service corpus.")
  var corpus = "Corpus"

  @Option(help: "The free sets of labelled texts.")
  var data = "../shared/data/nlp"

  @Option(help: "The lexicon's sources, one file for each language.")
  var lexicons = "Models/Lexicons"

  static let languages = ["en", "fa", "el"]

  /// Everything that a model learns from.
  ///
  /// - Throws: `ValidationError` if the corpus or the lexicon is missing; free sets may be.
  ///   `CorpusFailure` if a row of the corpus makes no sense.
  func material() throws -> TrainingMaterial {
    let lexicons = try texts(lexicons, suffix: ".txt")
    guard !lexicons.isEmpty else { throw ValidationError("no lexicon in \(self.lexicons)") }
    return TrainingMaterial(
      messages: try Self.languages.flatMap(messages),
      replies: try Self.languages.flatMap(replies),
      sets: try PublicSets.all.compactMap(set),
      languages: try rows(file("langid75/train.tsv")),
      lexicons: lexicons + (try publicLexicons())
    )
  }

  private func publicLexicons() throws -> [String] {
    var sources: [String] = []
    let english = file("lexicons/vader_lexicon_en.txt")
    if FileManager.default.fileExists(atPath: english) {
      sources.append(PublicLexicon.valences(try String(contentsOfFile: english, encoding: .utf8)))
    }
    let greek = file("lexicons/greek_sentiment_lexicon.tsv")
    if FileManager.default.fileExists(atPath: greek) {
      sources.append(PublicLexicon.ratedTerms(try String(contentsOfFile: greek, encoding: .utf8)))
    }
    return sources
  }

  /// The files of labels of one kind, in order: `first`, `second` or `settled`.
  func labels(_ kind: String, _ language: String, replies: Bool) throws -> [String] {
    try texts("\(corpus)/labels/\(kind)/\(language)", suffix: ".tsv") {
      $0.hasPrefix("replies") == replies
    }
  }

  /// The rows of a file of texts and labels: `text TAB label[,label…]`.
  func rows(_ path: String) throws -> [TrainingMaterial.Text] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    let content = try String(contentsOfFile: path, encoding: .utf8)
    return content.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count >= 2 else { return nil }
      return TrainingMaterial.Text(text: String(parts[0]), labels: parts[1].split(separator: ","))
    }
  }

  private func messages(_ language: String) throws -> [LabelledMessage] {
    let first = try labels("first", language, replies: false)
    return try CorpusFiles.messages(
      texts("\(corpus)/messages/\(language)", suffix: ".tsv"),
      labels: first + labels("settled", language, replies: false),
      opinions: [first, labels("second", language, replies: false)],
      language: language
    )
  }

  private func replies(_ language: String) throws -> [LabelledReply] {
    let labels =
      try labels("first", language, replies: true) + labels("settled", language, replies: true)
    return try CorpusFiles.replies(
      texts("\(corpus)/replies/\(language)", suffix: ".tsv"),
      labels: labels,
      language: language
    )
  }

  private func set(_ entry: PublicSets.Entry) throws -> TrainingMaterial.Set? {
    let texts = try rows(file("\(entry.name)/train.tsv")).prefix(entry.limit)
    guard !texts.isEmpty else { return nil }
    return TrainingMaterial.Set(
      name: entry.name,
      scheme: PublicSet(entry.scheme),
      texts: Array(texts),
      weight: entry.weight
    )
  }

  func file(_ name: String) -> String { "\(data)/\(name)" }

  private func texts(
    _ folder: String,
    suffix: String,
    where isWanted: (String) -> Bool = { _ in true }
  ) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(suffix) && isWanted($0) }
      .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
  }
}
