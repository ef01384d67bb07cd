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
    let style = element["style"].map(plain) ?? []
    return ByteScan.contains("border-left", in: style)
      && !ByteScan.contains("border-left:none", in: style)
  }

  /// The box with a line on top that Outlook and Windows Mail write the headers into.
  private static func isRuledHeader(_ element: HTMLTree.Element) -> Bool {
    guard element.name == "div", let style = element["style"].map(plain) else { return false }
    guard ByteScan.contains("border-top", in: style) else { return false }
    return ByteScan.contains("padding:3.0pt0", in: style)
      || ByteScan.contains("padding:3pt0", in: style)
      || ByteScan.contains("padding-top:5px", in: style)
  }

  /// In lower case and without space.
  private static func plain(_ style: String) -> ArraySlice<UInt8> {
    style.lowercased().utf8.filter { !TextBytes.isSpace($0) }[...]
  }

  /// Compares identifier, name and classes, without the `x_` that Outlook puts before those of
  /// mails it quotes.
  static func hasName(_ element: HTMLTree.Element, in names: Set<String>) -> Bool {
    element.attributes.contains { attribute in
      guard naming.contains(attribute.name) else { return false }
      return attribute.value.utf8.split(separator: 0x20).prefix(12).contains { name in
        names.contains(String(Substring(name.starts(with: "x_".utf8) ? name.dropFirst(2) : name)))
      }
    }
  }

  private static let naming = ["id", "name", "class", "data-marker"]

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
