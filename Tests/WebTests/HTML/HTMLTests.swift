import Testing

@testable import Web

/// What is interpolated into markup stays text.
@Suite struct HTMLTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"),
    (#"" onload="x"#, "&quot; onload=&quot;x"),
    ("it's", "it&#39;s"), ("&amp;", "&amp;amp;"), ("سلام", "سلام"), ("<\u{301}", "&lt;\u{301}"),
    ("\"\u{FE0F}", "&quot;\u{FE0F}"),
  ])
  func `interpolated text is escaped`(text: String, expected: String) {
    let html: HTML = "<p title=\"\(text)\">\(text)</p>"
    #expect(html.markup == "<p title=\"\(expected)\">\(expected)</p>")
  }

  @Test func `interpolated markup and numbers are not`() {
    let inner: HTML = "<b>\("<")</b>"
    #expect(("<p>\(inner)\(Int64(7))</p>" as HTML).markup == "<p><b>&lt;</b>7</p>")
    #expect(HTML.joined([inner, inner], by: "<br>").markup == "<b>&lt;</b><br><b>&lt;</b>")
  }

  @Test(arguments: [
    ("", ""), ("a", "<p dir=\"auto\">a</p>"), ("a\nb", "<p dir=\"auto\">a<br>b</p>"),
    ("a\r\nb\rc\u{2028}d", "<p dir=\"auto\">a<br>b<br>c<br>d</p>"),
    ("a\n \n\nb", "<p dir=\"auto\">a</p><p dir=\"auto\">b</p>"),
    ("\n\n<i>\n\n", "<p dir=\"auto\">&lt;i&gt;</p>"), ("  a  b", "<p dir=\"auto\">  a  b</p>"),
  ])
  func `blank lines part paragraphs, other lines stay`(text: String, expected: String) {
    #expect(HTML.paragraphs(text).markup == expected)
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["\n", "a\n", "a\n\n", "\"\n", "<"])
  func `a text of the most characters stays within the bound`(piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.count)
    let start = ContinuousClock.now
    let markup = HTML.paragraphs(text).markup
    #expect(start.duration(to: .now) < .seconds(5))
    #expect(markup.unicodeScalars.count <= 1_000_000)
    #expect(markup.isEmpty == (piece == "\n"))
  }
}
