import Foundation
import Mail
import Testing

struct MutatedHTMLTests {
  private static let cases =
    ProcessInfo.processInfo.environment["RAPPORT_FUZZ_CASES"].flatMap { Int($0) } ?? 500

  @Test func `samples cut, doubled and mixed stay harmless, small and quick`() {
    var generator = HTMLGenerator(seed: 0x5EED)
    for number in 0..<Self.cases {
      let source = generator.html()
      var once = ""
      let time = ContinuousClock().measure {
        let tree = HTMLTree(source)
        once = SanitisedHTML(tree).html
        _ = PlainText.of(tree)
      }
      #expect(time < .seconds(1), "case \(number): \(source.debugDescription)")
      #expect(once.utf8.count <= 10 * source.utf8.count + 1 << 16)
      let faults = Harmlessness.faults(of: once)
      #expect(faults == [], "case \(number): \(source.debugDescription)")
      #expect(
        SanitisedHTML(HTMLTree(once)).html == once,
        "case \(number): \(source.debugDescription)"
      )
    }
  }
}
