/// An agent's reply of the corpus with what people read in it.
package struct LabelledReply: Sendable {
  package let id: String
  package let language: String
  package let customer: String
  package let name: String?
  package let text: String
  package var labels: ReplyLabels
}

/// What people read in an agent's reply.
package struct ReplyLabels: Sendable, Hashable {
  package var steps: Set<ReplyStep>
  package var tone: Tone
  package var isCliche: Bool
  package var isPersonal: Bool

  /// Reads the columns of a line of labels after its id.
  ///
  /// - Returns: `nil` if a column is missing or holds what is no label.
  package init?(_ columns: some Collection<Substring>) {
    let columns = Array(columns)
    guard columns.count >= 4, let tone = Tone(rawValue: String(columns[1])),
      let isCliche = Self.flag(columns[2]), let isPersonal = Self.flag(columns[3])
    else { return nil }
    let names = columns[0] == "-" ? [] : columns[0].split(separator: ",").map(String.init)
    let steps = names.compactMap(ReplyStep.init(rawValue:))
    guard steps.count == names.count else { return nil }
    self.steps = Set(steps)
    self.tone = tone
    self.isCliche = isCliche
    self.isPersonal = isPersonal
  }

  private static func flag(_ column: Substring) -> Bool? {
    switch column {
    case "yes": true
    case "no": false
    default: nil
    }
  }
}
