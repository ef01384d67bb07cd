import Foundation

/// Finds the examples most like a text, by an inverted index of features.
struct ExampleIndex: Sendable {
  /// Features of more examples than this share tell nothing and are not followed.
  private static let commonShare = 0.03
  /// The most examples that a feature is followed to.
  private static let postingLimit = 400
  private static let candidateLimit = 60
  private static let resultLimit = 30

  private var postings: [UInt32: [Int32]] = [:]
  private var features: [[UInt32]] = []

  mutating func add(_ hashes: [UInt32]) {
    let number = Int32(features.count)
    for hash in hashes { postings[hash, default: []].append(number) }
    features.append(hashes)
  }

  /// The features weighed by their rarity, of length 1 altogether.
  func vector(_ hashes: [UInt32]) -> [(feature: UInt32, value: Float)] {
    var sum: Float = 0
    let values = hashes.map { hash in
      let value = rarity(postings[hash]?.count ?? 0)
      sum += value * value
      return (feature: hash, value: value)
    }
    let length = max(sum.squareRoot(), 1e-6)
    return values.map { ($0.feature, $0.value / length) }
  }

  /// The likest examples with the cosine of each, the likest first.
  func nearest(_ vector: [(feature: UInt32, value: Float)]) -> [(number: Int, value: Float)] {
    var products: [Int32: Float] = [:]
    let common = max(20, Int(Double(features.count) * Self.commonShare))
    for (feature, value) in vector {
      guard let list = postings[feature], list.count <= common else { continue }
      let rarity = rarity(list.count)
      for number in list.suffix(Self.postingLimit) {
        products[number, default: 0] += value * rarity
      }
    }
    let top = products.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(
      Self.candidateLimit
    )
    var near: [(number: Int, value: Float)] = []
    for (number, product) in top {
      near.append((number: Int(number), value: product / length(Int(number))))
    }
    near.sort { $0.value == $1.value ? $0.number < $1.number : $0.value > $1.value }
    return Array(near.prefix(Self.resultLimit))
  }

  private func rarity(_ count: Int) -> Float {
    log(Float(features.count + 1) / Float(count + 1)) + 1
  }

  private func length(_ number: Int) -> Float {
    let sum = features[number].reduce(Float(0)) { sum, hash in
      let value = rarity(postings[hash]?.count ?? 0)
      return sum + value * value
    }
    return max(sum.squareRoot(), 1e-6)
  }
}
