import Mail
import Testing

struct HostileHTMLTests {
  @Test func `there are hundreds of samples`() {
    #expect(HostileSamples.all.count > 900)
  }

  @Test(arguments: HostileSamples.all)
  func `nothing of a hostile sample is left but what is allowed`(_ sample: String) {
    #expect(Harmlessness.faults(of: SanitisedHTML(HTMLTree(sample)).html) == [])
  }

  @Test(arguments: HostileSamples.all)
  func `sanitised again it is the same`(_ sample: String) {
    let once = SanitisedHTML(HTMLTree(sample)).html
    #expect(SanitisedHTML(HTMLTree(once)).html == once)
  }

  @Test func `the check finds what must not be left`() {
    let bad = [
      "<img src=x>", "<p onclick=\"x\">", "<script>", "<a href=\"javascript:x\">", "<svg>",
      "<p style=\"background:url(x)\">", "<style>@import x</style>", "<!-- -->",
    ]
    for html in bad { #expect(Harmlessness.faults(of: html) != [], "\(html)") }
  }
}
