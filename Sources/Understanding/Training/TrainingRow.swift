/// The features of one text, ready for a trainer.
struct TrainingRow: Sendable {
  /// The hashes of all features, group after group.
  let hashes: [UInt32]
  /// Where each group ends in ``hashes``, by ``FeatureGroup/rawValue``.
  let groupEnds: [Int]
  /// What else is known of the text, such as the scores of another model.
  var dense: [Float] = []
  /// One for each column: 0, 1, or below 0 where nothing is known.
  var targets: [Float] = []
  var weight: Float = 1

  init(_ set: FeatureSet) {
    var hashes: [UInt32] = []
    var ends: [Int] = []
    for group in FeatureGroup.allCases {
      for feature in set[group] { hashes.append(feature.hash) }
      ends.append(hashes.count)
    }
    self.hashes = hashes
    groupEnds = ends
  }
}
