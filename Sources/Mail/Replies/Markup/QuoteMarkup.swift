/// The tags and attributes by which mail programs tell what they quote.
enum QuoteMarkup {
  /// Whether everything inside the element is quoted.
  static func isQuotation(_ element: HTMLTree.Element) -> Bool {
    if element.name == "blockquote", isMarkedBlockquote(element) { return true }
    return hasName(element, in: containers)
  }

  /// Whether all that follows in the document is history.
  ///
  /// Outlook, on the desktop and on the web, Hotmail and Zimbra put a line or a header above what
  /// they quote, and nothing around it.
  static func beginsHistory(_ element: HTMLTree.Element) -> Bool {
    hasName(element, in: beginnings) || isRuledHeader(element)
  }

  private static func isMarkedBlockquote(_ element: HTMLTree.Element) -> Bool {
    if element["type"]?.lowercased() == "cite" || element["cite"] != nil { return true }
    if element["class"]?.lowercased().contains("quote") ?? false { return true }
    let style = element["style"].map(plain) ?? ""
    return style.contains("border-left") && !style.contains("border-left:none")
  }

  /// The box with a line on top that Outlook and Windows Mail write the headers into.
  private static func isRuledHeader(_ element: HTMLTree.Element) -> Bool {
    guard element.name == "div", let style = element["style"].map(plain) else { return false }
    guard style.contains("border-top") else { return false }
    return style.contains("padding:3.0pt0") || style.contains("padding:3pt0")
      || style.contains("padding-top:5px")
  }

  private static func plain(_ style: String) -> String {
    style.lowercased().filter { !$0.isWhitespace }
  }

  /// Compares identifier, name and classes, without the `x_` that Outlook puts before those of
  /// mails it quotes.
  static func hasName(_ element: HTMLTree.Element, in names: Set<String>) -> Bool {
    let values = [element["id"], element["name"], element["class"], element["data-marker"]]
    return values.contains { value in
      guard let value else { return false }
      return value.split(separator: " ").prefix(12).contains { name in
        names.contains(name.hasPrefix("x_") ? String(name.dropFirst(2)) : String(name))
      }
    }
  }

  private static let containers: Set<String> = [
    "OLK_SRC_BODY_SECTION", "gmail_attr", "moz-cite-prefix", "moz-forward-container",
    "protonmail_quote", "yahoo_quoted", "yahoo_quoted_begin", "zmail_extra", "tutanota_quote",
    "messageReplySection", "bloop_original_html", "freshdesk_quote", "front-blockquote",
    "mail-editor-reference-message-container", "OutlookMessageHeader", "reply-intro",
    "ms-outlook-mobile-reference-message", "elided-text", "__QUOTED_TEXT__", "mailcontainer_quote",
    "replyIntro", "iwcbody_quote", "hs_reply", "wrapper_quote", "quoted-text", "quotedText",
  ]

  private static let beginnings: Set<String> = [
    "divRplyFwdMsg", "appendonsend", "stopSpelling", "zwchr", "__QUOTED_TEXT__", "divTaggedContent",
  ]
}
