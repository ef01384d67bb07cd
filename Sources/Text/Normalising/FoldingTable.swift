/// The folding of every scalar of Unicode's first plane, worked out once per process.
///
/// Takes half a megabyte and some 50 ms at first use, so that the hot path is one array access per
/// scalar, without Foundation.
struct FoldingTable: Sendable {
  static let shared = FoldingTable()

  /// The result by scalar value; `nil` where it is not exactly one scalar.
  private let single: [FoldedScalar?]
  private let multiple: [Unicode.Scalar: [FoldedScalar]]

  private init() {
    var single = [FoldedScalar?](repeating: nil, count: 0x1_0000)
    var multiple: [Unicode.Scalar: [FoldedScalar]] = [:]
    for value in single.indices {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }  // a surrogate
      let folded = ScalarFolding.fold(scalar)
      if folded.count == 1 { single[value] = folded[0] } else { multiple[scalar] = folded }
    }
    self.single = single
    self.multiple = multiple
  }

  /// The one scalar that `scalar` becomes, or `nil` if it becomes none or several, or lies outside
  /// the first plane.
  @inline(__always)
  func one(for scalar: Unicode.Scalar) -> FoldedScalar? {
    scalar.value < 0x1_0000 ? single[Int(scalar.value)] : nil
  }

  /// All scalars that `scalar` becomes; slower than ``one(for:)``, which is asked first.
  func all(for scalar: Unicode.Scalar) -> [FoldedScalar] {
    if let one = one(for: scalar) { return [one] }
    return multiple[scalar] ?? ScalarFolding.fold(scalar)
  }
}
