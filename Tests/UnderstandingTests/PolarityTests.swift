import Testing
import Understanding

struct PolarityTests {
  @Test func `there are three polarities, from bad to good`() {
    #expect(Polarity.allCases.map(\.rawValue) == ["negative", "neutral", "positive"])
  }
}
