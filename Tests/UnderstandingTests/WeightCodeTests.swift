import Testing

@testable import Understanding

@Suite struct WeightCodeTests {
  private static func weights(_ count: Int) -> [Int8] {
    var random = SplitMix(seed: 8)
    return (0..<count).map { _ in
      let size = Int(random.next() % 128) * Int(random.next() % 128) / 128
      return Int8(random.next() % 2 == 0 ? size : -size)
    }
  }

  @Test(arguments: [[], [7], [0, 0, 0], [-128, 127], weights(10_000)])
  func `what is unpacked is what was packed`(weights: [Int8]) throws {
    let packed = WeightCode(for: weights).pack(weights)
    let code = try #require(WeightCode(lengths: WeightCode(for: weights).lengths))
    #expect(code.unpack(packed[...], count: weights.count) == weights)
  }

  @Test func `small weights take less than their bytes`() {
    let weights = Self.weights(10_000)
    #expect(WeightCode(for: weights).pack(weights).count < 9_500)
  }

  @Test func `very unlike numbers of values give no longer words than can be read`() {
    let weights = (0..<24).flatMap { [Int8](repeating: Int8($0), count: 1 << ($0 * 2 / 3)) }
    let code = WeightCode(for: weights)
    #expect(code.lengths.allSatisfy { $0 <= 16 })
    #expect(code.unpack(code.pack(weights)[...], count: weights.count) == weights)
  }

  @Test func `bytes that are cut short, too many, or no words give nothing`() {
    let weights = Self.weights(1_000)
    let code = WeightCode(for: weights)
    let packed = code.pack(weights)
    #expect(code.unpack(packed.dropLast(2), count: weights.count) == nil)
    #expect(code.unpack((packed + [0, 0])[...], count: weights.count) == nil)
    #expect(code.unpack([], count: .max / 16) == nil)
    var few = [UInt8](repeating: 0, count: 256)
    few[3] = 2
    #expect(WeightCode(lengths: few)?.unpack([0xFF], count: 1) == nil)
  }

  @Test func `lengths that no code has are refused`() {
    #expect(WeightCode(lengths: Array(repeating: 1, count: 256)) == nil)
    #expect(WeightCode(lengths: Array(repeating: 17, count: 256)) == nil)
    #expect(WeightCode(lengths: [1, 1]) == nil)
  }
}
