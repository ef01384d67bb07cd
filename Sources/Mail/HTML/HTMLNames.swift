/// What the standard says of elements by their names.
enum HTMLNames {
  /// Without content and end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  private static let cells: Set<String> = ["td", "th"]
  private static let rows: Set<String> = ["td", "th", "tr"]
  private static let sections: Set<String> = ["td", "th", "tr", "tbody", "thead", "tfoot"]

  /// Elements that are closed when the tag of another begins and they are the innermost.
  static let closedBefore: [String: Set<String>] = [
    "p": ["p"], "li": ["li"], "dt": ["dt", "dd"], "dd": ["dt", "dd"], "option": ["option"],
    "td": cells, "th": cells, "tr": rows, "tbody": sections, "thead": sections,
    "tfoot": sections,
  ]

  /// Elements without an end tag of their own that are closed with the one around them.
  static let closedWithin: [String: Set<String>] = [
    "ul": ["li"], "ol": ["li"], "dl": ["dt", "dd"], "select": ["option"], "tr": cells,
    "tbody": rows, "thead": rows, "tfoot": rows, "table": sections, "p": [],
  ]

  /// Begin and end on lines of their own.
  static let block: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "listing", "main", "menu",
    "nav", "ol", "optgroup", "option", "p", "plaintext", "pre", "section", "summary", "table",
    "tbody", "tfoot", "thead", "tr", "ul", "xmp",
  ]
}
