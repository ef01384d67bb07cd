import ServiceDesk
import Storage
import Testing

@testable import Web

@Suite struct MarkdownTests {
  private static let link = #"rel="nofollow noopener noreferrer""#

  @Test(arguments: [
    ("Hello", #"<p dir="auto">Hello</p>"#),
    ("one\ntwo\n\nthree", #"<p dir="auto">one<br>two</p><p dir="auto">three</p>"#),
    (
      "*a* **b** ~~c~~ `d`",
      #"<p dir="auto"><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>"#
    ),
    ("- a\n- b", #"<ul dir="auto"><li dir="auto">a</li><li dir="auto">b</li></ul>"#),
    ("3. a\n4. b", #"<ol dir="auto" start="3"><li dir="auto">a</li><li dir="auto">b</li></ol>"#),
    (
      "- a\n\n- b",
      #"<ul dir="auto"><li dir="auto"><p dir="auto">a</p></li><li dir="auto"><p dir="auto">b</p></li></ul>"#
    ),
    ("> so", #"<blockquote dir="auto"><p dir="auto">so</p></blockquote>"#),
    ("# Title", #"<p dir="auto"><strong>Title</strong></p>"#),
    ("```swift\na < b\n```", #"<pre dir="ltr"><code>a &lt; b"# + "\n</code></pre>"),
    ("a\n\n---", #"<p dir="auto">a</p><hr>"#),
    (
      "[us](https://example.com/?a=1&b)",
      #"<p dir="auto"><a href="https://example.com/?a=1&amp;b" \#(link)>us</a></p>"#
    ),
    (
      "see https://example.com.",
      #"<p dir="auto">see <a href="https://example.com" \#(link)>https://example.com</a>.</p>"#
    ),
    (
      "me@example.com",
      #"<p dir="auto"><a href="mailto:me@example.com" \#(link)>me@example.com</a></p>"#
    ),
    (
      "![a cat](https://example.com/cat.png)",
      #"<p dir="auto"><a href="https://example.com/cat.png" \#(link)>a cat</a></p>"#
    ),
    ("سلام **دنیا**", #"<p dir="auto">سلام <strong>دنیا</strong></p>"#),
  ])
  func `what agents write is shown as they mean it`(text: String, html: String) {
    #expect(Markdown.html(text).markup == html)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onclick=\"x()\">b</b>",
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java&#10;script:alert(1))",
    "[a](data:text/html,x)", "[a](vbscript:x)", "<javascript:alert(1)>", "[a](file:///etc/passwd)",
    "[a](&#x6A;avascript:alert(1))", "![a](javascript:alert(1))", "[a](/desk)",
    "[a](//evil.example)",
    "[a](ftp://example.com)", "[a]: javascript:x\n\n[a]", "<!-- a --><style>*{}</style>",
    "<iframe src=https://example.com>", "\u{0}<script>", "&lt;script&gt;", "`<script>`",
    "```\n<script>\n```", "    <script>", "<a href=\"https://example.com\" onclick=x>a</a>",
    "[a](https://example.com \"t\" onclick=x)", "[\"onmouseover=\"x](\"onmouseover=\"x)",
    "[a](https://example.com/\"onmouseover=\"alert(1))", "| a |\n|---|\n| <script> |",
  ])
  func `nothing that runs comes through`(text: String) throws {
    let allowed = try Regex(
      #"</?(p|strong|em|del|code|pre|blockquote|ul|ol|li)( dir="(auto|ltr)")?( start="[0-9]+")?>"#
        + #"|<(br|hr)>|</a>"#
        + #"|<a href="(https?://|mailto:)[^"<> ]*" rel="nofollow noopener noreferrer">"#
    )
    let rest = Markdown.html(text).markup.replacing(allowed, with: "")
    #expect(!rest.contains("<") && !rest.contains(">") && !rest.contains("\""), "\(rest)")
  }

  @Test(arguments: [
    String(repeating: ">", count: 20_000), String(repeating: "- ", count: 10_000),
    String(repeating: "*a ", count: 6_000), String(repeating: "[", count: 20_000),
    String(repeating: "_a__", count: 5_000), String(repeating: "![[]()", count: 3_000),
    String(repeating: "www.", count: 5_000), String(repeating: "`a``", count: 5_000),
    String(repeating: "~", count: 20_000), String(repeating: "<a ", count: 6_000),
  ])
  func `what is deep or hostile is shown, and shallow`(text: String) {
    let html = Markdown.html(text).markup
    #expect(!html.isEmpty && html.utf8.count < 4_000_000)
    #expect(
      html.components(of: "<blockquote").count <= 17 && html.components(of: "<ul").count <= 17
    )
  }

  @Test func `what is very long is plain`() {
    let text = String(repeating: "*a* ", count: 5_001)
    #expect(Markdown.html(text).markup == HTML.paragraphs(text).markup)
    let shorter = String(repeating: "*a* ", count: 5_000)
    #expect(Markdown.html(shorter).markup.hasPrefix(#"<p dir="auto"><em>a</em>"#))
  }

  @Test func `a picture of the message's own is shown, any other is not`() {
    let own = ID<ServiceDesk.Attachment>(7)
    let text = "See ![the <map>](attachment:7) and ![that](attachment:8) and ![x](attachment:7x)"
    #expect(
      Markdown.html(text, pictures: [own: "/files/7"]).markup
        == #"<p dir="auto">See <img src="/files/7" alt="the &lt;map&gt;"> and that and x</p>"#
    )
  }

  @Test(arguments: [
    ("![a](attachment:7)", true), ("`![a](attachment:7)`", false), ("[a](attachment:7)", false),
    ("```\n![a](attachment:7)\n```", false),
    ("![a](attachment:7)" + String(repeating: " b", count: 10_000), false),
  ])
  func `a file counts as shown only where its picture stands`(text: String, isShown: Bool) {
    let file = ID<ServiceDesk.Attachment>(7)
    #expect(Markdown.pictures(in: text, among: [file]) == (isShown ? [file] : []))
  }

  @Test func `a text of definitions alone is shown as typed`() {
    #expect(Markdown.html("[a]: https://example.com").markup.contains("[a]: "))
  }

  @Test(arguments: [
    ("see https://example.com/a?b=c&d.", "see ", "https://example.com/a?b=c&amp;d", "."),
    ("(HTTP://example.com)", "(", "HTTP://example.com", ")"),
    ("https://example.com/a_(b)", "", "https://example.com/a_(b)", ""),
    ("سلام https://example.com/سلام؟", "سلام ", "https://example.com/سلام", "؟"),
  ])
  func `addresses in customers' texts are links`(
    text: String,
    before: String,
    address: String,
    after: String
  ) {
    let expected =
      #"<p dir="auto">\#(before)<a href="\#(address)" \#(Self.link)>\#(address)</a>\#(after)</p>"#
    #expect(HTML.paragraphs(text).markup == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "mailto:me@example.com", "a:b", "https:/example.com", "xhttps://a",
    "*a* [b](https://c)",
  ])
  func `nothing else in them is`(text: String) {
    #expect(HTML.paragraphs(text).markup == #"<p dir="auto">\#(text)</p>"#)
  }
}

extension String {
  fileprivate func components(of part: String) -> [Substring] { split(separator: part) }
}
