import Mail

/// What must be true of sanitised HTML, seen without the sanitiser's own rules.
enum Harmlessness {
  private static let elements: Set<String> = Set(
    """
    a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup \
    dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i \
    img ins kbd li main mark nav ol p pre q s samp section small span strike strong style sub \
    summary sup table tbody td tfoot th thead tr tt u ul var wbr
    """.split(separator: " ").map(String.init)
  )
  private static let attributes: Set<String> = Set(
    """
    align alt bgcolor border bordercolor cellpadding cellspacing class clear color colspan \
    data-cid data-host data-remote dir face frame height href hspace id lang noshade nowrap open \
    rel reversed rowspan rules size span src start style target title type valign value vspace \
    width
    """.split(separator: " ").map(String.init)
  )
  private static let danger = [
    "url(", "@import", "expression", "behavior", "-moz-binding", "javascript:", "position", "\\",
    "<", "image-set", "var(", "attr(",
  ]

  /// What is wrong with the HTML; nothing if it can be shown.
  static func faults(of html: String) -> [String] {
    tagFaults(html) + treeFaults(HTMLTree(html))
  }

  /// Every `<` begins a tag of ours, written as we write them.
  private static func tagFaults(_ html: String) -> [String] {
    html.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst()
      .compactMap { bytes in
        let part = Substring(bytes)
        let name = part.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        return elements.contains(String(name)) && part.utf8.contains(UInt8(ascii: ">"))
          ? nil : "tag <\(part.prefix(20))"
      }
  }

  private static func treeFaults(_ tree: HTMLTree) -> [String] {
    tree.nodes.indices.flatMap { index in
      guard let element = tree.element(at: index) else { return styleFaults(tree, index) }
      let isKnown =
        elements.contains(element.name) || ["html", "head", "body"].contains(element.name)
      let unknown = isKnown ? [] : ["element \(element.name)"]
      return unknown + element.attributes.flatMap { faults(of: $0) }
    }
  }

  private static func styleFaults(_ tree: HTMLTree, _ index: Int) -> [String] {
    guard let parent = tree.nodes[index].parent, tree.element(at: parent)?.name == "style",
      let rules = tree.text(at: index)
    else { return [] }
    return danger.filter { rules.lowercased().contains($0) }.map { "rule with \($0)" }
  }

  private static func faults(of attribute: HTMLTree.Attribute) -> [String] {
    let value = attribute.value.lowercased()
    guard attributes.contains(attribute.name) else { return ["attribute \(attribute.name)"] }
    switch attribute.name {
    case "href":
      let isSafe = ["http:", "https:", "mailto:", "tel:"].contains { value.hasPrefix($0) }
      return isSafe ? [] : ["link to \(value)"]
    case "src":
      let isSafe = value.hasPrefix("data:image/") && !value.contains("svg")
      return isSafe ? [] : ["picture from \(value)"]
    case "data-remote":
      return value.hasPrefix("http:") || value.hasPrefix("https:") ? [] : ["remote \(value)"]
    case "style": return danger.filter { value.contains($0) }.map { "style with \($0)" }
    default: return []
    }
  }
}
