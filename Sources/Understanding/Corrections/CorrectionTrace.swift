/// What of a text a correction remembers: hashes of its features, from which no word can be read.
package struct CorrectionTrace: Sendable, Hashable, Codable {
  /// The features that are compared and nudged, each once, in rising order.
  package let hashes: [UInt32]

  /// The most features kept of one text.
  package static let featureLimit = 600

  /// Takes a trace over that was exported.
  package init(hashes: [UInt32]) {
    self.hashes = Array(Set(hashes).sorted().prefix(Self.featureLimit))
  }

  init(_ features: FeatureSet) {
    let all = features[.words].map(\.hash) + features[.concepts].map(\.hash)
    hashes = Array(Set(all).sorted().prefix(Self.featureLimit))
  }
}
