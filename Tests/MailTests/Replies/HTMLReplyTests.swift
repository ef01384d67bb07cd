import Mail
import Testing

/// Replies in the HTML of mail programs: what is read, and what is folded on the page.
struct HTMLReplyTests {
  @Test(arguments: answers)
  func `the history below an answer is folded`(program: String, html: String) {
    let tree = HTMLTree(html)
    let reply = HTMLReply(of: tree)
    #expect(reply.text.reply.split(whereSeparator: \.isWhitespace) == ["Mine", "is", "blue."])
    #expect(wordsOutsideFolds(of: reply, in: tree) == ["Mine", "is", "blue."])
    #expect(reply.folds.contains { $0.kind == .quoted })
  }

  @Test(arguments: signed)
  func `a marked signature is folded`(html: String) {
    let tree = HTMLTree(html)
    let reply = HTMLReply(of: tree)
    #expect(reply.text.reply == "Mine is blue.")
    #expect(wordsOutsideFolds(of: reply, in: tree) == ["Mine", "is", "blue."])
    #expect(reply.folds.map(\.kind) == [.signature])
  }

  @Test func `answers between quotations stay in view`() {
    let tree = HTMLTree(
      """
      <div>Hello Ada,</div><div class="gmail_quote"><div class="gmail_attr">On 3 May, Ada:</div>
      <blockquote class="gmail_quote">Which?</blockquote><div>Blue.</div>
      <blockquote class="gmail_quote">When?<blockquote type="cite">older</blockquote></blockquote>
      <div>Friday.</div></div>
      """
    )
    let reply = HTMLReply(of: tree)
    #expect(reply.text.reply == "Hello Ada,\n\nBlue.\n\nFriday.")
    #expect(reply.folds.map(\.kind) == [.quoted, .quoted])
    #expect(wordsOutsideFolds(of: reply, in: tree) == ["Hello", "Ada,", "Blue.", "Friday."])
  }

  @Test(arguments: [
    "<p>Please look:</p><blockquote>indented words</blockquote><p>Thanks</p>",
    "<p>One</p><hr><p>Two</p>", "<div style='border-top:1px solid'>boxed</div>",
    "<ul><li>one<li>two</ul>", "<pre>a  b\n  c</pre>", "<table><tr><td>a<td>b</table>", "",
    "<div class='quotes-page'>a</div>",
  ])
  func `what nobody else said stays in view`(html: String) {
    #expect(HTMLReply(of: HTMLTree(html)).folds.isEmpty)
  }

  @Test func `white space is read as a browser shows it`() {
    let html =
      "<p>One  <b>two</b>\n three</p><p>four<br>five&nbsp;six</p><pre>x\n  y</pre>"
      + "<style>p{}</style><p style='display: none'>hidden</p>"
    #expect(HTMLReply(of: HTMLTree(html)).text.reply == "One two three\n\nfour\nfive six\n\nx\n  y")
  }

  @Test func `history in the rows of a table is folded inside its cells`() {
    let tree = HTMLTree(
      "<table><tr><td>Mine is blue.</td></tr><tr><td>On 3 May 2024, Ada "
        + "&lt;ada@example.org&gt; wrote:</td></tr><tr><td>Which?</td></tr></table>"
    )
    let reply = HTMLReply(of: tree)
    #expect(reply.text.reply == "Mine is blue.")
    for fold in reply.folds {
      let parent = tree.nodes[fold.nodes.lowerBound].parent.flatMap { tree.element(at: $0)?.name }
      #expect(parent == "td")
    }
    #expect(wordsOutsideFolds(of: reply, in: tree) == ["Mine", "is", "blue."])
  }

  @Test func `damaged markup never loses a word between reply and folds`() {
    var random = MutatedReply.Random(seed: 0xF01D)
    for _ in 0..<MutatedReply.caseCount / 4 {
      let tree = HTMLTree(MutatedReply.makeHTML(using: &random))
      let reply = HTMLReply(of: tree)
      var end = 0
      for fold in reply.folds {
        #expect(fold.nodes.lowerBound >= end && fold.nodes.upperBound <= tree.nodes.count)
        end = fold.nodes.upperBound
        #expect(areWholeSiblings(fold.nodes, in: tree))
      }
      // Texts that hold lines of two kinds stay in view, so more may be seen than was said.
      let said = reply.text.reply.split(whereSeparator: \.isWhitespace).count { $0 != "***" }
      #expect(wordsOutsideFolds(of: reply, in: tree).count >= said)
    }
  }

  @Test(arguments: [
    "<blockquote>", "<div class=gmail_quote>", "<br>", "<p>On 3 May 2024, a &lt;a@b.c&gt; wrote:",
    "<hr>", "<blockquote type=cite>a</blockquote>b", "<td>a", "<div id=Signature>a</div>b ",
  ])
  func `much of the same is read in time`(piece: String) {
    let tree = HTMLTree(String(repeating: piece, count: 50_000 / piece.utf8.count))
    let time = ContinuousClock().measure { _ = HTMLReply(of: tree) }
    #expect(time < .seconds(60))
  }

  private func areWholeSiblings(_ nodes: Range<Int>, in tree: HTMLTree) -> Bool {
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      guard tree.nodes[index].parent == tree.nodes[nodes.lowerBound].parent else { return false }
      index = tree.nodes[index].end
    }
    return index == nodes.upperBound
  }

  private func wordsOutsideFolds(of reply: HTMLReply, in tree: HTMLTree) -> [Substring] {
    var isFolded = [Bool](repeating: false, count: tree.nodes.count)
    for fold in reply.folds { for node in fold.nodes { isFolded[node] = true } }
    return tree.nodes.indices.filter { !isFolded[$0] && !isInHead($0, of: tree) }
      .compactMap(tree.text(at:)).joined(separator: " ")
      .split(whereSeparator: \.isWhitespace)
  }

  private func isInHead(_ index: Int, of tree: HTMLTree) -> Bool {
    tree.children(of: 0).contains {
      tree.element(at: $0)?.name == "head" && tree.subtree(at: $0).contains(index)
    }
  }

  private static let outlook =
    "<b>From:</b> Ada &lt;ada@example.org&gt;<br><b>Sent:</b> 3 May 2024<br>"
    + "<b>To:</b> Bo<br><b>Subject:</b> Lamp"

  static let answers: [(program: String, html: String)] = [
    (
      "Gmail",
      "<div dir=ltr>Mine is blue.</div><br><div class='gmail_quote gmail_quote_container'>"
        + "<div dir=ltr class=gmail_attr>On Fri, 3 May 2024, Ada &lt;<a href='mailto:a@b.c'>a@b.c</a>"
        + "&gt; wrote:<br></div><blockquote class=gmail_quote>Which?</blockquote></div>"
    ),
    (
      "Gmail in a language that nobody has told of",
      "<div>Mine is blue.</div><div class=gmail_quote><div class=gmail_attr>Qwx 3 zzz Ada:</div>"
        + "<blockquote class=gmail_quote>Which?</blockquote></div>"
    ),
    (
      "Gmail forwarding",
      "<div>Mine is blue.</div><div class=gmail_quote><div>---------- Forwarded message ---------"
        + "<br>From: Ada<br>Date: 3 May<br></div>Which?</div>"
    ),
    (
      "Outlook",
      "<div class=WordSection1><p class=MsoNormal>Mine is blue.<o:p></o:p></p><p class=MsoNormal>"
        + "<o:p>&nbsp;</o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt"
        + " 0cm 0cm 0cm'><p class=MsoNormal>\(outlook)</p></div><p>Which?</p></div>"
    ),
    (
      "Outlook in a language that nobody has told of",
      "<p class=MsoNormal>Mine is blue.</p><div style='border:none;border-top:solid #B5C4DF 1.0pt;"
        + "padding:3.0pt 0in 0in 0in'><p><b>Qwx:</b> Ada<br><b>Zzz:</b> 3</p></div><p>Which?</p>"
    ),
    (
      "Outlook on the web",
      "<div>Mine is blue.</div><div id=appendonsend></div><hr style='display:inline-block;width:98%'>"
        + "<div id=divRplyFwdMsg dir=ltr>\(outlook)</div><div>Which?</div>"
    ),
    (
      "Outlook on a telephone",
      "<div>Mine is blue.</div><div id=mail-editor-reference-message-container><hr><div>\(outlook)"
        + "</div><div>Which?</div></div>"
    ),
    (
      "Outlook for the Mac",
      "<div>Mine is blue.</div><span id=OLK_SRC_BODY_SECTION><div>\(outlook)</div>Which?</span>"
    ),
    (
      "Hotmail",
      "<div>Mine is blue.<br><hr id=stopSpelling>Date: 3 May<br>Subject: Lamp<br>From: a@b.c<br>"
        + "To: d@e.f<br><br>Which?</div>"
    ),
    (
      "Yahoo",
      "<div>Mine is blue.</div><div id=ydp123yahoo_quoted class=yahoo_quoted><div>On Friday, 3 May "
        + "2024, Ada &lt;a@b.c&gt; wrote:</div><div>Which?</div></div>"
    ),
    (
      "Apple Mail",
      "<div>Mine is blue.</div><div><br><blockquote type=cite><div>On 3 May 2024, at 10:15, Ada "
        + "&lt;a@b.c&gt; wrote:</div><br><div>Which?</div></blockquote></div>"
    ),
    (
      "Thunderbird",
      "<p>Mine is blue.</p><div class=moz-cite-prefix>Am 03.05.24 um 10:15 schrieb Ada:<br></div>"
        + "<blockquote type=cite cite='mid:x'>Which?</blockquote>"
    ),
    (
      "Thunderbird, answer below",
      "<div class=moz-cite-prefix>Am 03.05.24 um 10:15 schrieb Ada:<br></div>"
        + "<blockquote type=cite cite='mid:x'>Which?</blockquote><p>Mine is blue.</p>"
    ),
    (
      "Zimbra",
      "<div>Mine is blue.<br><hr id=zwchr data-marker=__DIVIDER__><b>De: </b>Ada<br><b>À: </b>Bo<br>"
        + "<br>Which?</div>"
    ),
    (
      "Zimbra with a marker",
      "<div>Mine is blue.</div><div data-marker='__QUOTED_TEXT__'>Ada<br>Which?</div>"
    ),
    (
      "Proton",
      "<div>Mine is blue.</div><div class=protonmail_quote>On Friday, May 3rd, 2024 at 10:15, Ada "
        + "wrote:<br><blockquote class=protonmail_quote type=cite>Which?</blockquote></div>"
    ),
    (
      "Lotus Notes",
      "<p>Mine is blue.</p><font color=#990099>-----\"Ada Byron\" &lt;a@b.c&gt; wrote: -----</font>"
        + "<div style='padding-left:5px'>To: Bo<br>From: Ada<br>Which?</div>"
    ),
    (
      "Mail.ru",
      "<p>Mine is blue.</p>Пятница, 3 мая 2024, 10:15 +03:00 от Ada &lt;a@b.c&gt;:<br>"
        + "<blockquote style='border-left:1px solid #0857A6'>Which?</blockquote>"
    ),
    (
      "Yandex",
      "<div>Mine is blue.</div><div>03.05.2024, 10:15, \"Ada\" &lt;a@b.c&gt;:</div>"
        + "<blockquote><p>Which?</p></blockquote>"
    ),
    (
      "Zoho",
      "<div>Mine is blue.</div><div class=zmail_extra><div>---- On Fri, 03 May 2024 Ada &lt;a@b.c&gt;"
        + " wrote ----</div><div><blockquote>Which?</blockquote></div></div>"
    ),
    (
      "Spark",
      "<div name=messageBodySection>Mine is blue.</div><div name=messageReplySection>On 3 May 2024, "
        + "Ada wrote:<br><blockquote type=cite>Which?</blockquote></div>"
    ),
    (
      "Windows Mail",
      "<div>Mine is blue.</div><div style='padding-top: 5px; border-top-color: rgb(229, 229, 229); "
        + "border-top-width: 1px; border-top-style: solid;'>Qwx: Ada</div><div>Which?</div>"
    ),
    (
      "GMX",
      "<div>Mine is blue.</div><div name=quote style='margin:10px 5px 5px 10px; padding: 10px 0 "
        + "10px 10px; border-left:2px solid #C3D9E5;'><b>Gesendet:</b> Freitag, 3. Mai 2024<br>"
        + "<b>Von:</b> Ada &lt;a@b.c&gt;<br><b>An:</b> Bo<br><b>Betreff:</b> Lampe<div>Which?</div></div>"
    ),
    (
      "AOL", "Mine is blue.<br><br>-----Original Message-----<br>From: a@b.c<br>To: d@e.f<br>Which?"
    ),
    (
      "QQ",
      "<div>Mine is blue.</div><div>------------------&nbsp;原始邮件&nbsp;------------------</div>"
        + "<div>发件人: Ada</div><div>Which?</div>"
    ),
    (
      "An attribution over several elements",
      "<p>Mine is blue.</p><p>On <b>3 May</b> <i>2024</i>, <span>Ada</span> <a>&lt;a@b.c&gt;</a>"
        + " <b>wrote</b>:</p><p>Which?</p>"
    ),
  ]

  static let signed = [
    "<p>Mine is blue.</p><div class=gmail_signature data-smartmail=gmail_signature>Ada B</div>",
    "<p>Mine is blue.</p><div class=moz-signature>-- <br>Ada B</div>",
    "<p>Mine is blue.</p><div id=Signature><p>Ada B</p></div>",
    "<p>Mine is blue.</p><div id=AppleMailSignature>Ada B</div>",
    "<p>Mine is blue.</p><div data-signatureblock=true>Ada B</div>",
    "<p>Mine is blue.</p><div id=ms-outlook-mobile-signature>Get <a>Outlook for iOS</a></div>",
    "<p>Mine is blue.</p><p>Kind regards,<br>Ada B</p>",
    "<div>Mine is blue.<br>-- <br><b>Ada</b> B<br><img src=a.png></div>",
    "<p>Mine is blue.</p><p>Sent from my <b>iPhone</b></p>",
  ]
}
