/// Reads the corpus's files, whose texts the caller has loaded.
package enum CorpusFiles {
  /// The messages of one language that have labels, in the order of the files.
  ///
  /// - Parameters:
  ///   - messages: the contents of the files of messages, in order.
  ///   - labels: those of the files of labels; of two lines with one id the later counts.
  ///   - opinions: by person, the files of what each saw before differences were settled.
  ///   - language: the code of their language.
  /// - Returns: messages without labels are left out.
  /// - Throws: ``CorpusFailure`` at the first row that makes no sense.
  package static func messages(
    _ messages: [String],
    labels: [String],
    opinions: [[String]] = [],
    language: String
  ) throws(CorpusFailure) -> [LabelledMessage] {
    let known = try table(labels, MessageLabels.init)
    var people: [[Substring: MessageLabels]] = []
    for files in opinions { people.append(try table(files, MessageLabels.init)) }
    return try texts(messages).compactMap { row in
      guard let label = known[row[0]] else { return nil }
      return LabelledMessage(
        id: String(row[0]),
        language: language,
        text: unescaped(row[3]),
        labels: label,
        opinions: people.compactMap { $0[row[0]] }
      )
    }
  }

  /// The replies of one language that have labels, in the order of the files.
  ///
  /// - Throws: ``CorpusFailure`` at the first row that makes no sense.
  package static func replies(
    _ replies: [String],
    labels: [String],
    language: String
  ) throws(CorpusFailure) -> [LabelledReply] {
    let known = try table(labels, ReplyLabels.init)
    return try texts(replies).compactMap { row in
      guard let label = known[row[0]] else { return nil }
      return LabelledReply(
        id: String(row[0]),
        language: language,
        customer: unescaped(row[1]),
        name: row[2] == "-" ? nil : String(row[2]),
        text: unescaped(row[3]),
        labels: label
      )
    }
  }

  /// The labels of messages by id; of two lines with one id the later counts.
  ///
  /// - Throws: ``CorpusFailure`` at the first row that makes no sense.
  package static func messageLabels(
    _ files: [String]
  ) throws(CorpusFailure) -> [Substring: MessageLabels] {
    try table(files, MessageLabels.init)
  }

  /// The labels of replies by id; of two lines with one id the later counts.
  ///
  /// - Throws: ``CorpusFailure`` at the first row that makes no sense.
  package static func replyLabels(
    _ files: [String]
  ) throws(CorpusFailure) -> [Substring: ReplyLabels] {
    try table(files, ReplyLabels.init)
  }

  private static func table<Labels>(
    _ files: [String],
    _ read: (ArraySlice<Substring>) -> Labels?
  ) throws(CorpusFailure) -> [Substring: Labels] {
    var labels: [Substring: Labels] = [:]
    for row in files.flatMap(rows) {
      guard let known = read(row.dropFirst()) else {
        throw .unreadableLabels(id: String(row[0]))
      }
      labels[row[0]] = known
    }
    return labels
  }

  /// The rows of files of texts, of which the fourth column is the text.
  private static func texts(_ files: [String]) throws(CorpusFailure) -> [[Substring]] {
    let rows = files.flatMap(rows)
    for row in rows where row.count < 4 { throw .unreadableText(id: String(row[0])) }
    return rows
  }

  private static func rows(_ file: String) -> [[Substring]] {
    file.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text.replacing("\\n", with: "\n"))
  }
}
