/// The features of one text, ready for a trainer.
struct TrainingRow: Sendable {
  /// The hashes of the features by ``FeatureGroup/rawValue``.
  private(set) var parts: [[UInt32]]
  /// What else is known of the text, such as the scores of another model.
  var dense: [Float] = []
  /// One for each column: 0, 1, or below 0 where nothing is known.
  var targets: [Float] = []
  /// What is taught instead of the targets where people disagreed; empty where they are taught.
  var lessons: [Float] = []
  var weight: Float = 1
  /// How much each column counts beside that; empty where all count alike.
  var shares: [Float] = []

  init(_ set: FeatureSet) { parts = set.groups.map { $0.map(\.hash) } }

  /// The row without a share of its features, chosen by chance.
  func thinned(_ share: Float, _ random: inout SplitMix) -> TrainingRow {
    let limit = UInt64(Double(share) * 0x1p32)
    var row = self
    row.parts = parts.map { part in part.filter { _ in random.next() >> 32 >= limit } }
    return row
  }

  /// Leaves out features that fewer than `minimum` rows have: what is learned from them is chance.
  static func withoutRare(_ rows: [TrainingRow], minimum: Int) -> [TrainingRow] {
    let places = rows.count < 1_000 ? 1 << 16 : 1 << 20
    var lastRow = [Int32](repeating: -1, count: places)
    var counts = [UInt8](repeating: 0, count: places)
    for (index, row) in rows.enumerated() {
      for hash in row.parts.joined() {
        let place = FeatureHash.row(hash, of: places)
        if lastRow[place] == Int32(index) { continue }
        lastRow[place] = Int32(index)
        if counts[place] < UInt8.max { counts[place] += 1 }
      }
    }
    return rows.map { row in
      var kept = row
      kept.parts = row.parts.map { part in
        part.filter { counts[FeatureHash.row($0, of: places)] >= minimum }
      }
      return kept
    }
  }
}
