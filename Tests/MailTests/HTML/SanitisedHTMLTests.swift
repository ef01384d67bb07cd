import Mail
import Testing

struct SanitisedHTMLTests {
  private func sanitised(_ html: String) -> String { SanitisedHTML(HTMLTree(html)).html }

  @Test(arguments: [
    ("<p align=center>a</p>", "<p align=\"center\">a</p>"),
    ("<x-y>a</x-y>", "a"),
    ("<p onclick=x>a</p>", "<p>a</p>"),
    ("<script>x</script>a", "a"),
    ("<a href=javascript:x>a</a>", "<a>a</a>"),
    ("<noscript>a</noscript>", "a"),
    ("<xmp><b></xmp>", "<pre>&lt;b&gt;</pre>"),
    ("<pre>\n\na</pre>", "<pre>\n\na</pre>"),
    ("<pre dir=ltr>\n\na</pre>", "<pre dir=\"ltr\">\n\na</pre>"),
    ("<body bgcolor=red>a", "<div style=\"background-color:red\">a</div>"),
    (
      "<table><tr><td width=5 class=a>x",
      "<table><tbody><tr><td width=\"5\">x</td></tr></tbody></table>"
    ),
    ("<p title='\"<'>`", "<p title=\"&quot;&lt;\">&#96;</p>"),
    ("<p>a<object><p>b</object>", "<p>ab</p>"),
  ])
  func `markup is rebuilt`(_ source: String, _ expected: String) {
    #expect(sanitised(source) == expected)
  }

  @Test(arguments: [
    ("color: RED; position:fixed", "color:RED"),
    ("font:12px/1.5 \"Arial\",sans-serif", "font:12px/1.5 'Arial',sans-serif"),
    ("background:url(x);width:1px !important", "width:1px !important"),
    ("COLOR:rgb(1,2,3);color:var(--a)", "color:rgb(1,2,3)"),
    ("border-image-source:none;margin:-1px auto", "margin:-1px auto"),
  ])
  func `only known declarations stay`(_ style: String, _ expected: String) {
    let html = "<p style=\"\(style.replacing("\"", with: "&quot;"))\">a</p>"
    #expect(sanitised(html) == "<p style=\"\(expected.replacing("'", with: "&#39;"))\">a</p>")
  }

  @Test func `rules of style elements stay with the names they use`() {
    let source = """
      <style>/* c */ .a > td, body{color:red} [x]{color:red} @font-face{src:url(x)} \
      @media (max-width:9px){#b{width:100%}}</style><body><p class='a z' id=b>x
      """
    #expect(
      sanitised(source) == """
        <style>.m-a > td, .m--body{color:red}@media (max-width:9px){#m-b{width:100%}}</style>\
        <div class="m--body"><p class="m-a" id="m-b">x</p></div>
        """
    )
  }

  @Test func `links open elsewhere, tell nothing and show their host`() {
    #expect(
      sanitised("<a href=' HTTPS://Example.ORG:8/?a&amp;b'>x</a>") == """
        <a href="HTTPS://Example.ORG:8/?a&amp;b" rel="noopener noreferrer nofollow" \
        target="_blank" data-host="example.org">x</a>
        """
    )
    #expect(sanitised("<a href='https://bank.example@evil.test/'>x</a>").contains("\"evil.test\""))
  }

  @Test func `remote pictures wait and are counted`() {
    let html = SanitisedHTML(HTMLTree("<img src=http://a.example/?x&y><img src=//b.example/>"))
    #expect(html.remoteImages == 2)
    #expect(
      html.html == """
        <img data-remote="http://a.example/?x&amp;y"><img data-remote="https://b.example/">
        """
    )
  }

  @Test func `pictures within the address stay if they are of dots`() {
    let picture = "<img src=\"data:image/png;base64,AAAA\">"
    #expect(sanitised(picture) == picture)
    #expect(sanitised("<img src=\"data:image/svg+xml;base64,AAAA\">") == "<img>")
  }

  @Test func `pictures are shown from the addresses that are given`() {
    let html = SanitisedHTML(
      HTMLTree("<img src='https://a.example/?x&y'><img src=https://c.example/><img src=cid:a%40b>")
    )
    let shown = html.showing(
      images: { $0 == "https://a.example/?x&y" ? "/images?u=1&s=2" : nil },
      inline: { $0 == "a@b" ? "/parts/1" : nil }
    )
    #expect(
      shown == """
        <img src="/images?u=1&amp;s=2" data-remote="https://a.example/?x&amp;y">\
        <img data-remote="https://c.example/"><img src="/parts/1" data-cid="a@b">
        """
    )
  }

  @Test func `text cannot pass for a picture`() {
    let html = SanitisedHTML(HTMLTree("<p title=' data-cid=\"x\"'> data-remote=\"https://a.b\""))
    #expect(html.showing(images: { _ in "/x" }, inline: { _ in "/x" }) == html.html)
  }

  @Test func `folds become details`() {
    let tree = HTMLTree("<p>a</p><p>b</p><p>c</p>")
    let html = SanitisedHTML(tree, folds: [HTMLFold(nodes: 5..<9, summary: "…<")]).html
    #expect(
      html == """
        <p>a</p><details class="fold"><summary dir="auto">…&lt;</summary>\
        <p>b</p><p>c</p></details>
        """
    )
  }

  @Test func `a fold ends with the element around it and is left out between cells`() {
    let open = SanitisedHTML(
      HTMLTree("<div>a</div>b"),
      folds: [HTMLFold(nodes: 4..<6, summary: "")]
    )
    #expect(open.html.hasSuffix("a</details></div>b"))
    let row = HTMLTree("<table><tr><td>a")
    let cells = SanitisedHTML(row, folds: [HTMLFold(nodes: 6..<8, summary: "")])
    #expect(row.element(at: 6)?.name == "td")
    #expect(!cells.html.contains("details"))
  }

  @Test(arguments: ["&", "\"", "<a href=//a>", "<li>", "<p><i>", "<b>x", "<br>"])
  func `what comes out is at most ten times as long`(_ piece: String) {
    let source = String(repeating: piece, count: 100_000)
    let html = SanitisedHTML(HTMLTree(source)).html
    #expect(html.utf8.count <= 10 * source.utf8.count + 1 << 16)
  }
}
