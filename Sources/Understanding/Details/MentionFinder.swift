import Text

/// Finds what a text names: questions, amounts, dates, numbers and personal data.
enum MentionFinder {
  /// The most mentions that are no personal data; longer lists help nobody.
  ///
  /// Personal data have no such limit, as what is not found is not masked.
  static let limit = 50

  /// The mentions in the order of the text; of overlapping numbers only the surest is there.
  static func find(in text: String, _ tokens: TokenisedText) -> [Mention] {
    var mentions = questions(tokens)
    let hasNumbers = tokens.scalars.contains { $0 == 0x40 || (0x30...0x39).contains($0) }
    guard hasNumbers || !mentions.isEmpty else { return [] }
    let scalars = PlainScalars(text, limit: TokenisedText.scalarLimit)
    if hasNumbers {
      var scanner = NumberScanner(scalars, tokens)
      mentions += scanner.scan()
    }
    let personal = mentions.filter(\.kind.isPersonal)
    let others = mentions.filter { !$0.kind.isPersonal }
      .sorted { ($0.start, $0.end) < ($1.start, $1.end) }.prefix(limit)
    return (personal + others).sorted { ($0.start, $0.end) < ($1.start, $1.end) }.map {
      Mention(
        kind: $0.kind,
        start: $0.start,
        end: $0.end,
        text: scalars.text($0.start..<$0.end)
      )
    }
  }

  /// Sentences that end with a question mark; in Greek that is a semicolon.
  private static func questions(_ tokens: TokenisedText) -> [Mention] {
    var questions: [Mention] = []
    var start: Int?
    for token in tokens.tokens {
      if token.endsSentence(in: tokens) {
        if let begin = start, isQuestion(token, tokens) {
          questions.append(
            Mention(kind: .question, start: begin, end: token.source.upperBound, text: "")
          )
        }
        start = nil
      } else if start == nil {
        start = token.source.lowerBound
      }
    }
    return questions
  }

  private static func isQuestion(_ token: Token, _ tokens: TokenisedText) -> Bool {
    tokens.scalars[token.folded].contains { value in
      value == 0x3F || value == 0x61F || value == 0x37E
        || value == 0x3B && tokens.tokens.contains { $0.kind == .greek }
    }
  }
}
