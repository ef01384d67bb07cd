/// A scalar in its normal form, with what it means for cutting words.
struct FoldedScalar: Sendable, Hashable {
  let scalar: Unicode.Scalar
  let scalarClass: ScalarClass

  init(_ folded: Unicode.Scalar) {
    scalar = folded
    scalarClass = ScalarClass(folded)
  }
}
