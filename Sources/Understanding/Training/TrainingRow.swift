/// The features of one text, ready for a trainer.
struct TrainingRow: Sendable {
  /// The hashes of the features by ``FeatureGroup/rawValue``.
  private(set) var parts: [[UInt32]]
  /// What else is known of the text, such as the scores of another model.
  var dense: [Float] = []
  /// One for each column: 0, 1, or below 0 where nothing is known.
  var targets: [Float] = []
  var weight: Float = 1

  init(_ set: FeatureSet) { parts = set.groups.map { $0.map(\.hash) } }

  /// Leaves out features that no other row has: they could only be learned by heart.
  static func withoutLoners(_ rows: [TrainingRow], tableRows: Int) -> [TrainingRow] {
    var lastRow = [Int32](repeating: -1, count: tableRows)
    var isShared = [Bool](repeating: false, count: tableRows)
    for (index, row) in rows.enumerated() {
      for hash in row.parts.joined() {
        let place = FeatureHash.row(hash, of: tableRows)
        if lastRow[place] >= 0, lastRow[place] != Int32(index) { isShared[place] = true }
        lastRow[place] = Int32(index)
      }
    }
    return rows.map { row in
      var kept = row
      kept.parts = row.parts.map { part in
        part.filter { isShared[FeatureHash.row($0, of: tableRows)] }
      }
      return kept
    }
  }
}
