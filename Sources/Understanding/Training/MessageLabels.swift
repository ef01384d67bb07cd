/// What people read in a customer's message; the meaning of each is in the corpus's guide.
package struct MessageLabels: Sendable, Hashable {
  package var polarity: Polarity
  /// From 0, no feeling shown, to 3.
  package var strength: Int
  package var emotions: Set<Emotion>
  package var isUrgent: Bool
  package var isChurn: Bool
  package var barriers: Set<Barrier>
  package var root: Root?

  /// Reads the columns of a line of labels after its id.
  ///
  /// - Returns: `nil` if a column is missing or holds what is no label.
  package init?(_ columns: some Collection<Substring>) {
    let columns = Array(columns)
    guard columns.count >= 6, let polarity = Polarity(rawValue: String(columns[0])),
      let strength = Int(columns[1]), (0...3).contains(strength),
      let emotions = Self.set(columns[2], Emotion.init(rawValue:)),
      let barriers = Self.set(columns[4], Barrier.init(rawValue:))
    else { return nil }
    let flags = columns[3].split(separator: ",").map(String.init)
    guard flags.allSatisfy({ ["urgent", "churn", "-"].contains($0) }),
      columns[5] == "-" || Root(rawValue: String(columns[5])) != nil
    else { return nil }
    self.polarity = polarity
    self.strength = strength
    self.emotions = emotions
    self.barriers = barriers
    isUrgent = flags.contains("urgent")
    isChurn = flags.contains("churn")
    root = Root(rawValue: String(columns[5]))
  }

  private static func set<Label: Hashable>(
    _ column: Substring,
    _ read: (String) -> Label?
  ) -> Set<Label>? {
    if column == "-" { return [] }
    var labels: Set<Label> = []
    for name in column.split(separator: ",") {
      guard let label = read(String(name)) else { return nil }
      labels.insert(label)
    }
    return labels
  }
}
