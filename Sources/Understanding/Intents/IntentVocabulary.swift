import Foundation

/// The features of the examples, numbered in the order in which they were met, and how much each
/// tells: the more, the fewer intents have it.
struct IntentVocabulary: Sendable {
  private var numbers: [UInt32: Int32] = [:]
  /// The intents that have each feature.
  private var intents: [[Int32]] = []
  private var intentCount = 0

  var count: Int { intents.count }

  /// Counts an example's features for its intent.
  mutating func add(_ hashes: [UInt32], intent: Int?) {
    if let intent { intentCount = max(intentCount, intent + 1) }
    for hash in hashes {
      let number = number(of: hash)
      guard let intent, !intents[number].contains(Int32(intent)) else { continue }
      intents[number].append(Int32(intent))
    }
  }

  /// A text's features with their values.
  func vector(_ hashes: [UInt32]) -> IntentVector {
    var vector = IntentVector()
    vector.features.reserveCapacity(hashes.count)
    vector.values.reserveCapacity(hashes.count)
    var start = hashes.startIndex
    for kind in IntentFeatures.Kind.allCases {
      var end = start
      while end < hashes.endIndex, IntentFeatures.Kind(of: hashes[end]) == kind { end += 1 }
      append(hashes[start..<end], share: kind.share, to: &vector)
      start = end
    }
    return vector
  }

  private func append(_ hashes: ArraySlice<UInt32>, share: Float, to vector: inout IntentVector) {
    let first = vector.values.count
    var known: Float = 0
    var unknown: Float = 0
    for hash in hashes {
      guard let number = numbers[hash] else {
        unknown += weight(0) * weight(0)
        continue
      }
      let value = weight(intents[Int(number)].count)
      known += value * value
      vector.features.append(number)
      vector.values.append(value)
    }
    guard known > 0 else { return }
    let scale = (share / known).squareRoot()
    for place in first..<vector.values.count { vector.values[place] *= scale }
    vector.known += share * known / (known + unknown)
  }

  /// How much a feature tells that so many intents have: the square root of its inverse category
  /// frequency (Wang and Zhang, 2013).
  private func weight(_ count: Int) -> Float {
    (log(Float(intentCount + 1) / Float(count + 1)) + 1).squareRoot()
  }

  private mutating func number(of hash: UInt32) -> Int {
    if let number = numbers[hash] { return Int(number) }
    numbers[hash] = Int32(intents.count)
    intents.append([])
    return intents.count - 1
  }
}
