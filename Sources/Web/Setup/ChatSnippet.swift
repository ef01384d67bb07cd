package import ServiceDesk

/// The line that puts an inbox's chat into a web page.
package struct ChatSnippet: Sendable {
  /// Where visitors reach the program, without a slash at the end.
  package let address: String
  package let key: InboxKey

  package init(address: String, key: InboxKey) {
    self.address = address
    self.key = key
  }

  package var text: String {
    """
    <script type="module" src="\(address)/widget.js" data-inbox="\(key.text)"></script>
    """
  }

  /// The line, ready to be copied, and the pages where the chat can be tried.
  func html(_ text: SiteTexts.Common) -> HTML {
    """
    <pre class="snippet" dir="ltr" tabindex="0" role="region" aria-label="\(text.snippet)"><code>\(self.text)</code></pre>
    <p class="links"><a href="/chat/\(key.text)">\(text.chatPage)</a>
      <a href="/widget/test.html?inbox=\(key.text)">\(text.testPage)</a></p>
    """
  }
}
