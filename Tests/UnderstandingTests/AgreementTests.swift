import Testing
import Understanding

@Suite struct AgreementTests {
  @Test func `full agreement is one, and one label alone tells nothing`() {
    var agreement = Agreement(categories: 2)
    agreement.count(0, 0)
    #expect(agreement.alpha == nil)
    agreement.count(1, 1)
    #expect(agreement.alpha == 1)
  }

  @Test func `agrees with a worked example`() {
    // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section A: ten texts.
    var agreement = Agreement(categories: 2)
    let first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    let second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    for (one, other) in zip(first, second) { agreement.count(one, other) }
    #expect(abs((agreement.alpha ?? 0) - 0.095) < 0.001)
  }
}
