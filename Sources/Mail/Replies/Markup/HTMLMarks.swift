/// What the elements around a place say about it: quoted, signed, preformatted.
struct HTMLMarks: Sendable {
  private let tree: HTMLTree
  /// Quoted to the end of the document, as nothing closes what began.
  private var isHistory = false
  private var quoting: [Int] = []
  private var signing: [Int] = []
  private var preformatting: [Int] = []

  init(_ tree: HTMLTree) { self.tree = tree }

  /// What is said of a line here.
  struct State: Sendable, Equatable {
    let isQuoted: Bool
    let isSigned: Bool
  }

  var state: State {
    State(isQuoted: isHistory || !quoting.isEmpty, isSigned: !signing.isEmpty)
  }

  var isPreformatted: Bool { !preformatting.isEmpty }

  /// Takes up the element at `index`; `above` are the lines before it.
  mutating func begin(
    _ element: HTMLTree.Element,
    at index: Int,
    above: @autoclosure () -> [String]
  ) {
    if QuoteMarkup.beginsHistory(element) { isHistory = true }
    if QuoteMarkup.isQuotation(element) || isQuotation(element, below: above()) {
      quoting.append(index)
    }
    if SignatureMarkup.isSignature(element) { signing.append(index) }
    if element.name == "pre" || element.name == "textarea" { preformatting.append(index) }
  }

  mutating func end(at index: Int) {
    if quoting.last == index { quoting.removeLast() }
    if signing.last == index { signing.removeLast() }
    if preformatting.last == index { preformatting.removeLast() }
  }

  /// A quotation that its program did not mark, but put an attribution above.
  private func isQuotation(_ element: HTMLTree.Element, below above: @autoclosure () -> [String])
    -> Bool
  {
    guard element.name == "blockquote", !state.isQuoted else { return false }
    let source = ReplySource(above().map { $0 + "\n" }.joined())
    guard let last = source.lines.indices.last(where: { !source.lines[$0].isBlank }) else {
      return false
    }
    let attribution = Attribution(source)
    return (max(0, last - 4)...last).contains { start in
      attribution.lines(from: start, words: source.words(of: start))?.upperBound == last + 1
    }
  }

  /// Whether a browser shows nothing of the element.
  static func isHidden(_ element: HTMLTree.Element) -> Bool {
    if ["head", "script", "style", "title", "noscript"].contains(element.name) { return true }
    guard let style = element["style"] else { return false }
    return ByteScan.contains("display:none", in: style.lowercased().utf8.filter { $0 != 0x20 }[...])
  }

  /// Whether a browser leaves a line's height below the element; Word's paragraphs have none.
  static func isSpaced(_ element: HTMLTree.Element) -> Bool {
    guard ["p", "ul", "ol", "h1", "h2", "h3", "h4", "pre", "table"].contains(element.name) else {
      return false
    }
    return !(element["class"]?.hasPrefix("Mso") ?? false)
  }
}
