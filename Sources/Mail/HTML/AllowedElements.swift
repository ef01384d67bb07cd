/// The elements of foreign HTML that are shown, and their attributes.
enum AllowedElements {
  /// Attributes with simple values, by element; an element that is missing is not shown itself.
  static let attributes: [String: Set<String>] = plain.merging(special) { $1 }

  /// Elements whose content is not for readers.
  static let silent: Set<String> = [
    "audio", "canvas", "datalist", "frameset", "iframe", "noembed", "noframes", "script", "select",
    "style", "template", "title", "video",
  ]

  /// Elements that look like another and are written as that.
  static let renamed = [
    "body": "div", "dir": "ul", "listing": "pre", "menu": "ul", "plaintext": "pre", "xmp": "pre",
  ]

  private static let plain: [String: Set<String>] = Dictionary(
    uniqueKeysWithValues: [
      "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "center",
      "cite", "code", "dd", "del", "dfn", "dl", "dt", "em", "figcaption", "figure", "footer",
      "header", "i", "ins", "kbd", "main", "mark", "nav", "pre", "q", "s", "samp", "section",
      "small", "span", "strike", "strong", "sub", "summary", "sup", "tt", "u", "var", "wbr",
    ].map { ($0, []) }
  )

  private static let cell: Set<String> = [
    "align", "bgcolor", "colspan", "height", "nowrap", "rowspan", "valign", "width",
  ]
  private static let row: Set<String> = ["align", "bgcolor", "height", "valign"]
  private static let column: Set<String> = ["align", "span", "valign", "width"]
  private static let aligned: Set<String> = ["align"]

  private static let special: [String: Set<String>] = [
    "a": [], "br": ["clear"], "caption": aligned, "col": column, "colgroup": column,
    "details": ["open"], "div": aligned, "font": ["color", "face", "size"], "h1": aligned,
    "h2": aligned, "h3": aligned, "h4": aligned, "h5": aligned, "h6": aligned,
    "hr": ["align", "color", "noshade", "size", "width"],
    "img": ["align", "border", "height", "hspace", "vspace", "width"], "li": ["type", "value"],
    "ol": ["reversed", "start", "type"], "p": aligned,
    "table": [
      "align", "bgcolor", "border", "bordercolor", "cellpadding", "cellspacing", "frame", "height",
      "rules", "width",
    ],
    "tbody": row, "td": cell, "tfoot": row, "th": cell, "thead": row, "tr": row, "ul": ["type"],
  ]
}
