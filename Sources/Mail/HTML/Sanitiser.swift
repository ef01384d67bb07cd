/// Walks a tree and writes what is allowed.
struct Sanitiser {
  private struct Open {
    /// As written; `nil` for one that is left out.
    let name: String?
    let end: Int
  }

  private(set) var writer: HTMLWriter
  private(set) var remoteImages = 0
  private let tree: HTMLTree
  private let folds: [HTMLFold]
  private var nextFold = 0
  private var rules = CSSRules()
  private var placement = Placement()
  private var open: [Open] = []
  /// Where the content of the last `pre` begins in what is written.
  private var preformatted: Int?
  /// Where the body begins there.
  private var start = 0

  init(_ tree: HTMLTree, folds: [HTMLFold]) {
    self.tree = tree
    self.folds = folds.filter { !$0.nodes.isEmpty }.sorted {
      $0.nodes.lowerBound < $1.nodes.lowerBound
    }
    writer = HTMLWriter(limit: 10 * tree.sourceBytes + 1 << 16 - 1 << 12)
  }

  mutating func run() {
    readRules()
    var index = 0
    while index < tree.nodes.count {
      closeElements(before: index)
      beginFold(at: index)
      index = visit(index)
    }
    closeElements(before: .max)
  }

  private mutating func readRules() {
    for index in tree.nodes.indices where tree.element(at: index)?.name == "style" {
      for child in tree.children(of: index) { rules.add(tree.text(at: child) ?? "") }
    }
    if !rules.css.isEmpty { writer.style(rules.css) }
    start = writer.bytes.count
  }

  /// - Returns: where to go on.
  private mutating func visit(_ index: Int) -> Int {
    switch tree.nodes[index].content {
    case .text(let text):
      write(text)
      return index + 1
    case .element(let element):
      let end = tree.nodes[index].end
      guard !AllowedElements.silent.contains(element.name), !writer.isFull else { return end }
      if element.name == "head" { return end }
      begin(element, end: end)
      return index + 1
    }
  }

  private mutating func write(_ text: String) {
    // A parser drops white space before the first element of a body.
    let isFirst = writer.bytes.count == start
    let text = isFirst ? String(text.drop { $0.utf8.allSatisfy(TextBytes.isSpace) }) : text
    // A parser drops the first line feed in one.
    if writer.bytes.count == preformatted, text.utf8.first == UInt8(ascii: "\n") {
      writer.text("\n")
    }
    writer.text(text)
  }

  private mutating func closeElements(before index: Int) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      guard let name = last.name else { continue }
      writer.endTag(name)
      placement.end()
    }
  }

  private mutating func beginFold(at index: Int) {
    while nextFold < folds.count, folds[nextFold].nodes.lowerBound < index { nextFold += 1 }
    guard nextFold < folds.count, folds[nextFold].nodes.lowerBound == index else { return }
    let fold = folds[nextFold]
    nextFold += 1
    let enclosingEnd = open.last?.end ?? tree.nodes.count
    guard placement.admits("details"), !writer.isFull else { return }
    writer.write("<details class=\"fold\"><summary dir=\"auto\">")
    writer.text(fold.summary)
    writer.write("</summary>")
    placement.begin("details")
    open.append(Open(name: "details", end: min(fold.nodes.upperBound, enclosingEnd)))
  }

  private mutating func begin(_ element: HTMLTree.Element, end: Int) {
    let isBody = element.name == "body"
    let name = AllowedElements.renamed[element.name] ?? element.name
    guard let allowed = AllowedElements.attributes[name], placement.admits(name),
      !isBody || isWorthwhile(element)
    else { return open.append(Open(name: nil, end: end)) }
    writer.begin(name)
    var attributes = SafeAttributes(element, allowed: allowed, rules: rules)
    attributes.write(to: &writer)
    remoteImages += attributes.remoteImages
    writer.write(">")
    if name == "pre" { preformatted = writer.bytes.count }
    guard !HTMLNames.void.contains(name) else { return }
    placement.begin(name)
    open.append(Open(name: name, end: end))
  }

  /// Whether a body says more than that it is one.
  private func isWorthwhile(_ body: HTMLTree.Element) -> Bool {
    rules.hasBody || body.attributes.contains { SafeAttributes.ofBody.contains($0.name) }
  }
}
