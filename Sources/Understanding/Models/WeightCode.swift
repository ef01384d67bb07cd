/// Packs weights, of which small ones are much more frequent, into about two thirds of their bytes.
///
/// A canonical Huffman code (Proceedings of the IRE 40, 1952) over the 256 values of a byte; only
/// the lengths of its words need to be known to read it.
struct WeightCode {
  /// The longest word, in bits, so that one look into a table decodes any.
  private static let longestWord = 16

  /// The length of each value's word by the value's bits; 0 where the value does not occur.
  let lengths: [UInt8]

  /// The code that is shortest for these weights.
  init(for weights: [Int8]) {
    var counts = [Int](repeating: 0, count: 256)
    for weight in weights { counts[Int(UInt8(bitPattern: weight))] += 1 }
    var lengths = Self.lengths(counts)
    while lengths.contains(where: { $0 > Self.longestWord }) {
      counts = counts.map { ($0 + 1) / 2 }
      lengths = Self.lengths(counts)
    }
    self.lengths = lengths
  }

  /// Takes lengths from a file.
  ///
  /// - Returns: `nil` if no code has words of these lengths.
  init?(lengths: [UInt8]) {
    guard lengths.count == 256, lengths.allSatisfy({ $0 <= Self.longestWord }) else { return nil }
    let used = lengths.filter { $0 > 0 }.reduce(0) { $0 + 1 << (Self.longestWord - Int($1)) }
    guard used <= 1 << Self.longestWord else { return nil }
    self.lengths = lengths
  }

  /// Joins the two rarest trees until one is left.
  private static func lengths(_ counts: [Int]) -> [UInt8] {
    var lengths = [UInt8](repeating: 0, count: 256)
    var trees = counts.indices.filter { counts[$0] > 0 }.map { (count: counts[$0], values: [$0]) }
    if trees.count == 1 { lengths[trees[0].values[0]] = 1 }
    while trees.count > 1 {
      trees.sort { ($0.count, $0.values[0]) > ($1.count, $1.values[0]) }
      let (first, second) = (trees.removeLast(), trees.removeLast())
      let joined = first.values + second.values
      for value in joined { lengths[value] += 1 }
      trees.append((first.count + second.count, joined))
    }
    return lengths
  }

  /// The words by value: those of one length are counted up in the order of the values, and the
  /// first of a length follows the last of the length before.
  private var words: [UInt32] {
    var words = [UInt32](repeating: 0, count: 256)
    var next: UInt32 = 0
    for length in 1...Self.longestWord {
      for value in lengths.indices where lengths[value] == length {
        words[value] = next
        next += 1
      }
      next <<= 1
    }
    return words
  }

  // MARK: Packing

  func pack(_ weights: [Int8]) -> [UInt8] {
    let words = words
    var bytes: [UInt8] = []
    var pending: UInt32 = 0
    var bits: UInt32 = 0
    for weight in weights {
      let value = Int(UInt8(bitPattern: weight))
      pending = pending << UInt32(lengths[value]) | words[value]
      bits += UInt32(lengths[value])
      while bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: pending >> bits))
      }
    }
    if bits > 0 { bytes.append(UInt8(truncatingIfNeeded: pending << (8 - bits))) }
    return bytes
  }

  /// The weights packed into bytes.
  ///
  /// - Returns: `nil` if the bytes are not just those of so many weights.
  func unpack(_ bytes: ArraySlice<UInt8>, count: Int) -> [Int8]? {
    guard count <= bytes.count * 8 else { return nil }
    let table = table()
    var weights: [Int8] = []
    weights.reserveCapacity(count)
    var pending: UInt32 = 0
    var bits = 0
    var position = bytes.startIndex
    while weights.count < count {
      while bits < Self.longestWord {
        pending = pending << 8 | UInt32(position < bytes.endIndex ? bytes[position] : 0)
        position += 1
        bits += 8
      }
      let entry = table[Int(pending >> UInt32(bits - Self.longestWord) & 0xFFFF)]
      guard entry.length > 0 else { return nil }
      weights.append(entry.weight)
      bits -= Int(entry.length)
    }
    // What was read beyond the end, in whole bytes, is still pending.
    return position - bits / 8 == bytes.endIndex ? weights : nil
  }

  /// For each run of bits the value whose word it begins with.
  private func table() -> [(weight: Int8, length: UInt8)] {
    let words = words
    var table = [(weight: Int8, length: UInt8)](
      repeating: (0, 0),
      count: 1 << Self.longestWord
    )
    for value in lengths.indices where lengths[value] > 0 {
      let free = Self.longestWord - Int(lengths[value])
      let first = Int(words[value]) << free
      for place in first..<first + 1 << free {
        table[place] = (Int8(bitPattern: UInt8(value)), lengths[value])
      }
    }
    return table
  }
}
