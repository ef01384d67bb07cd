/// Which corrections share a feature, so that a reading need not look at every one of them.
struct CorrectionIndex: Sendable {
  private struct Entry {
    let column: Int
    let isTrue: Bool
    let featureCount: Int
  }

  private static let endMark = UInt16.max

  private let entries: [Entry]
  /// From a feature to one more than the first place in ``postings``.
  private let firstPostings: HashTable
  /// The numbers of the corrections with a feature, each list closed by ``endMark``.
  private let postings: [UInt16]

  /// Takes at most ``Corrections/limit`` corrections; one of no label never counts.
  init(_ corrections: [Correction]) {
    var pairs: [(hash: UInt32, entry: UInt16)] = []
    var entries: [Entry] = []
    for correction in corrections.prefix(Corrections.limit) {
      guard let column = MessageColumns.labels[correction.label] else { continue }
      let number = UInt16(entries.count)
      pairs += correction.trace.hashes.map { ($0, number) }
      entries.append(
        Entry(
          column: column,
          isTrue: correction.isTrue,
          featureCount: correction.trace.hashes.count
        )
      )
    }
    pairs.sort { $0 < $1 }
    var firsts: [(key: UInt32, value: UInt32)] = []
    var postings: [UInt16] = []
    for (place, pair) in pairs.enumerated() {
      if place == 0 || pairs[place - 1].hash != pair.hash {
        if place > 0 { postings.append(Self.endMark) }
        firsts.append((pair.hash, UInt32(postings.count + 1)))
      }
      postings.append(pair.entry)
    }
    self.entries = entries
    self.postings = postings + [Self.endMark]
    firstPostings = HashTable(firsts)
  }

  /// How like each correction's text is to a text.
  ///
  /// - Parameter hashes: the features of the text, each once.
  /// - Returns: from 0 to 1 (Jaccard), in the order of the corrections; none that shares nothing.
  func likenesses(_ hashes: [UInt32]) -> [(column: Int, isTrue: Bool, likeness: Double)] {
    var shared = [Int](repeating: 0, count: entries.count)
    for hash in hashes {
      let first = Int(firstPostings.value(hash))
      guard first > 0 else { continue }
      var place = first - 1
      while postings[place] != Self.endMark {
        shared[Int(postings[place])] += 1
        place += 1
      }
    }
    return zip(entries, shared).filter { $1 > 0 }.map { entry, shared in
      let either = hashes.count + entry.featureCount - shared
      return (entry.column, entry.isTrue, Double(shared) / Double(either))
    }
  }
}
