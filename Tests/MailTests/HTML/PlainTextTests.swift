import Mail
import Testing

struct PlainTextTests {
  @Test(arguments: [
    ("<p>a  \n b</p><p>c</p>", "a b\n\nc"),
    ("a<br>b<br><br>c", "a\nb\n\nc"),
    ("<div>a</div><div>b</div>", "a\nb"),
    ("<ul><li>a<li>b<ol start=3><li>c</ol></ul>d", "- a\n- b\n  3. c\n\nd"),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"),
    ("<a href=https://a.example/x>here</a>", "here (https://a.example/x)"),
    ("<a href=https://a.example/>a.example</a>", "a.example"),
    ("<a href=mailto:a@b.c>a@b.c</a>", "a@b.c"),
    ("<div style='display: none'>hidden</div>a", "a"),
    ("<title>t</title><style>s</style>a<script>x</script>", "a"),
    ("<pre>\n a\n  b</pre>c", " a\n  b\n\nc"),
    ("<img alt=logo>&nbsp;&copy;", "logo\u{A0}©"),
    ("", ""),
  ])
  func `HTML is read as it looks`(_ html: String, _ expected: String) {
    #expect(PlainText.of(HTMLTree(html)) == expected)
  }

  @Test(arguments: [
    ("a\nb\n\n<c>", "<p dir=\"auto\">a<br>b</p>\n<p dir=\"auto\">&lt;c&gt;</p>"),
    ("javascript:x", "<p dir=\"auto\">javascript:x</p>"),
    ("http:x", "<p dir=\"auto\">http:x</p>"),
  ])
  func `text becomes paragraphs`(_ text: String, _ expected: String) {
    #expect(PlainText.html(text) == expected)
  }

  @Test(arguments: [
    ("see https://a.example/x.", "https://a.example/x"),
    ("(https://a.example/(b))", "https://a.example/(b)"),
    ("<https://a.example/>", "https://a.example/"),
    ("mail a.b@c.example, now", "mailto:a.b@c.example"),
  ])
  func `addresses in text become links`(_ text: String, _ address: String) {
    #expect(PlainText.html(text).contains("<a href=\"\(address)\" "))
  }
}
