/// Writes numbers and lists one after another, little-endian.
struct ModelWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func write(_ value: Int) { write(UInt32(value)) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }

  mutating func write(_ values: [UInt32]) {
    write(values.count)
    for value in values { write(value) }
  }

  mutating func write(_ values: [Float]) { write(values.map(\.bitPattern)) }

  mutating func write(_ weights: [Int8]) {
    let code = WeightCode(for: weights)
    let packed = code.pack(weights)
    write(weights.count)
    write(packed.count)
    bytes += code.lengths + packed
  }
}
