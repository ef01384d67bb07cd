/// Which elements a parser lets stand in which, so that what is written is read back as it was.
///
/// Elements left out may bring together what the parser had kept apart, as a paragraph in one.
struct Placement {
  private var open: [String] = []

  /// Whether the element can be written here; one that cannot is left out and keeps its content.
  func admits(_ name: String) -> Bool {
    if let parents = Self.parents[name] { return open.last.map(parents.contains) ?? false }
    if let last = open.last, Self.tableParts.contains(last) { return false }
    if Self.closesParagraph.contains(name), isOpen("p", within: Self.paragraphScope) {
      return false
    }
    switch name {
    case "a": return !isOpen("a", within: Self.cells)
    case "li": return !isOpen("li", unless: Self.listScope)
    case "dd", "dt":
      return !isOpen("dd", unless: Self.listScope) && !isOpen("dt", unless: Self.listScope)
    case "h1", "h2", "h3", "h4", "h5", "h6": return open.last.map { !Self.isHeading($0) } ?? true
    default: return true
    }
  }

  mutating func begin(_ name: String) { open.append(name) }
  mutating func end() { open.removeLast() }

  private func isOpen(_ name: String, within scope: Set<String>) -> Bool {
    isOpen(name) { scope.contains($0) }
  }

  private func isOpen(_ name: String, unless isBoundary: (String) -> Bool) -> Bool {
    for candidate in open.reversed() {
      if candidate == name { return true }
      if isBoundary(candidate) { return false }
    }
    return false
  }

  private static func isHeading(_ name: String) -> Bool {
    name.utf8.count == 2 && name.hasPrefix("h") && name != "hr"
  }

  private static let cells: Set<String> = ["caption", "td", "th"]
  private static let paragraphScope: Set<String> = ["caption", "table", "td", "th"]
  private static let tableParts: Set<String> = [
    "colgroup", "table", "tbody", "tfoot", "thead", "tr",
  ]
  private static let parents: [String: Set<String>] = [
    "caption": ["table"], "col": ["colgroup"], "colgroup": ["table"],
    "tbody": ["table"], "td": ["tr"], "tfoot": ["table"], "th": ["tr"], "thead": ["table"],
    "tr": ["tbody", "tfoot", "thead"],
  ]
  private static let closesParagraph: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "ul",
  ]

  private static func listScope(_ name: String) -> Bool {
    listBoundaries.contains(name)
  }

  private static let listBoundaries: Set<String> = [
    "article", "aside", "blockquote", "caption", "center", "details", "dl", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "nav", "ol", "pre", "section",
    "summary", "table", "td", "th", "ul",
  ]
}
