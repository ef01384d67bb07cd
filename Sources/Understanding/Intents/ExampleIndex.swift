/// Finds how much a text is like the examples, by an inverted index of features.
struct ExampleIndex: Sendable {
  /// The most examples that a feature is followed to.
  private static let postingLimit = 400

  private var postings: [[Int32]] = []
  private var values: [[Float]] = []
  private(set) var count = 0

  /// Adds an example under the next number.
  mutating func add(_ vector: IntentVector) {
    for (feature, value) in zip(vector.features, vector.values) {
      while Int(feature) >= postings.count {
        postings.append([])
        values.append([])
      }
      postings[Int(feature)].append(Int32(count))
      values[Int(feature)].append(value)
    }
    count += 1
  }

  /// The cosine with each example, by its number.
  func likeness(_ vector: IntentVector) -> [Float] {
    var products = [Float](repeating: 0, count: count)
    for (feature, value) in zip(vector.features, vector.values) where Int(feature) < postings.count
    {
      let list = postings[Int(feature)]
      guard list.count <= Self.postingLimit else { continue }
      let known = values[Int(feature)]
      for place in list.indices { products[Int(list[place])] += value * known[place] }
    }
    return products
  }
}
