/// Reads the corpus's files, whose texts the caller has loaded.
package enum CorpusFiles {
  /// The messages of one language that have labels, in the order of the files.
  ///
  /// - Parameters:
  ///   - messages: the contents of the files of messages, in order.
  ///   - labels: those of the files of labels; of two lines with one id the later counts.
  ///   - language: the code of their language.
  /// - Returns: messages without labels are left out.
  package static func messages(
    _ messages: [String],
    labels: [String],
    language: String
  ) -> [LabelledMessage] {
    let known = table(labels, MessageLabels.init)
    return messages.flatMap(rows).compactMap { row in
      guard row.count >= 4, let label = known[row[0]] else { return nil }
      return LabelledMessage(
        id: String(row[0]),
        language: language,
        text: unescaped(row[3]),
        labels: label
      )
    }
  }

  /// The replies of one language that have labels, in the order of the files.
  package static func replies(
    _ replies: [String],
    labels: [String],
    language: String
  ) -> [LabelledReply] {
    let known = table(labels, ReplyLabels.init)
    return replies.flatMap(rows).compactMap { row in
      guard row.count >= 4, let label = known[row[0]] else { return nil }
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
  package static func messageLabels(_ files: [String]) -> [Substring: MessageLabels] {
    table(files, MessageLabels.init)
  }

  /// The labels of replies by id; of two lines with one id the later counts.
  package static func replyLabels(_ files: [String]) -> [Substring: ReplyLabels] {
    table(files, ReplyLabels.init)
  }

  private static func table<Labels>(
    _ files: [String],
    _ read: (ArraySlice<Substring>) -> Labels?
  ) -> [Substring: Labels] {
    var labels: [Substring: Labels] = [:]
    for row in files.flatMap(rows) {
      if let read = read(row.dropFirst()) { labels[row[0]] = read }
    }
    return labels
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
