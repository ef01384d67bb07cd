/// The agreement of first and second labels, label by label.
package enum LabelAgreement {
  /// Krippendorff's alpha of each label of messages.
  ///
  /// - Parameters:
  ///   - first: files of labels by the first person.
  ///   - second: files of labels by the second; only texts that both labelled count.
  /// - Returns: names of labels, alpha (`nil` where it is not defined), and how many texts.
  /// - Throws: ``CorpusFailure`` at the first row that makes no sense.
  package static func messages(
    _ first: [String],
    _ second: [String]
  ) throws(CorpusFailure) -> (texts: Int, alphas: [(name: String, alpha: Double?)]) {
    let ones = try CorpusFiles.messageLabels(first)
    let others = try CorpusFiles.messageLabels(second)
    let pairs = ones.compactMap { id, labels in others[id].map { (labels, $0) } }
    var alphas: [(name: String, alpha: Double?)] = []
    var polarity = Agreement(categories: 3)
    for (one, other) in pairs {
      polarity.count(index(of: one.polarity), index(of: other.polarity))
    }
    alphas.append(("polarity", polarity.alpha))
    let columns = pairs.map { (MessageColumns.targets($0), MessageColumns.targets($1)) }
    for column in 3..<MessageColumns.strength.lowerBound {
      alphas.append((MessageColumns.names[column], binary(columns, column)))
    }
    return (pairs.count, alphas)
  }

  /// Krippendorff's alpha of each label of replies, as of messages.
  ///
  /// - Throws: ``CorpusFailure`` at the first row that makes no sense.
  package static func replies(
    _ first: [String],
    _ second: [String]
  ) throws(CorpusFailure) -> (texts: Int, alphas: [(name: String, alpha: Double?)]) {
    let ones = try CorpusFiles.replyLabels(first)
    let others = try CorpusFiles.replyLabels(second)
    let pairs = ones.compactMap { id, labels in others[id].map { (labels, $0) } }
    let columns = pairs.map { (ReplyColumns.targets($0), ReplyColumns.targets($1)) }
    let alphas = ReplyColumns.names.enumerated().map { column, name in
      (name: name, alpha: binary(columns, column))
    }
    return (pairs.count, alphas)
  }

  private static func index(of polarity: Polarity) -> Int {
    Polarity.allCases.firstIndex(of: polarity) ?? 0
  }

  private static func binary(_ pairs: [([Float], [Float])], _ column: Int) -> Double? {
    var agreement = Agreement(categories: 2)
    for (one, other) in pairs { agreement.count(Int(one[column]), Int(other[column])) }
    return agreement.alpha
  }
}
