/// What a model sees of a text.
struct FeatureSet: Sendable {
  /// By ``FeatureGroup/rawValue``.
  private(set) var groups: [[Feature]] = Array(repeating: [], count: FeatureGroup.allCases.count)

  subscript(group: FeatureGroup) -> [Feature] {
    @inline(__always) get { groups[group.rawValue] }
    @inline(__always) _modify { yield &groups[group.rawValue] }
  }

  mutating func removeAll() {
    for index in groups.indices { groups[index].removeAll(keepingCapacity: true) }
  }
}
