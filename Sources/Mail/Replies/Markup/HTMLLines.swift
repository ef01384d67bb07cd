/// The lines in which a browser would show a tree, and the nodes that each comes from.
struct HTMLLines: Sendable {
  /// One line.
  struct Line: Sendable {
    var text = ""
    /// The nodes it shows, `nil` for an empty line.
    var nodes: Range<Int>?
    /// Whether it is marked as signature.
    var isSigned = false
  }

  private(set) var lines: [Line] = []
  private var line = Line()
  private let tree: HTMLTree
  private var marks: HTMLMarks

  init(of tree: HTMLTree) {
    self.tree = tree
    marks = HTMLMarks(tree)
    read()
    breakLine()
  }

  /// The lines, each with its end.
  var text: String { lines.map { $0.text + "\n" }.joined() }

  /// Goes through the nodes in order, closing the elements that end before each.
  private mutating func read() {
    var open: [Int] = []
    var index = 0
    while index < tree.nodes.count {
      while let last = open.last, tree.nodes[last].end <= index {
        close(last)
        open.removeLast()
      }
      if let element = tree.element(at: index) {
        if HTMLMarks.isHidden(element) {
          index = tree.nodes[index].end
          continue
        }
        begin(element, at: index)
        open.append(index)
      } else if let text = tree.text(at: index) {
        add(text, at: index, isPreformatted: marks.isPreformatted)
      }
      index += 1
    }
    for last in open.reversed() { close(last) }
  }

  private mutating func begin(_ element: HTMLTree.Element, at index: Int) {
    if HTMLNames.block.contains(element.name), element.name != "hr" { endLine() }
    let state = marks.state
    marks.begin(element, at: index, above: lines.suffix(8).map(\.text))
    if marks.state != state { endLine(in: state) }
    switch element.name {
    case "img": claim(index)
    case "br":
      claim(index)
      breakLine()
    case "hr":
      endLine()
      add("***", at: index, isPreformatted: true)
      endLine()
    case "td", "th":
      if !line.text.isEmpty { line.text += " " }
    default: break
    }
  }

  private mutating func close(_ index: Int) {
    guard let element = tree.element(at: index) else { return }
    if HTMLNames.block.contains(element.name), element.name != "hr" {
      endLine()
      if HTMLMarks.isSpaced(element), lines.last.map({ !$0.text.isEmpty }) ?? false {
        lines.append(Line())
      }
    }
    let state = marks.state
    marks.end(at: index)
    if marks.state != state { endLine(in: state) }
  }

  private mutating func add(_ text: String, at index: Int, isPreformatted: Bool) {
    for (number, piece) in text.split(
      omittingEmptySubsequences: false,
      whereSeparator: \.isNewline
    ).enumerated() {
      if number > 0 { isPreformatted ? breakLine() : addSpace() }
      addPiece(piece, at: index, isPreformatted: isPreformatted)
    }
  }

  private mutating func addPiece(_ piece: Substring, at index: Int, isPreformatted: Bool) {
    guard !isPreformatted else {
      if !piece.isEmpty { claim(index) }
      line.text += piece
      return
    }
    for scalar in piece.unicodeScalars {
      switch scalar {
      case "\0"..." ": addSpace()
      case "\u{A0}": line.text += " "
      default:
        claim(index)
        line.text.unicodeScalars.append(scalar)
      }
    }
  }

  /// White space counts once, and not at the start of a line.
  private mutating func addSpace() {
    if !line.text.isEmpty, line.text.utf8.last != 0x20 { line.text += " " }
  }

  /// Notes that a node is on the line, and what the tags around it say of the line.
  private mutating func claim(_ index: Int) {
    let start = line.nodes?.lowerBound ?? index
    line.nodes = start..<max(index + 1, line.nodes?.upperBound ?? 0)
    line.isSigned = line.isSigned || marks.state.isSigned
  }

  private mutating func endLine(in state: HTMLMarks.State? = nil) {
    if !line.text.isEmpty || line.nodes != nil { breakLine(in: state) }
  }

  /// Ends the line in the state that its content stands in, by default the present one.
  private mutating func breakLine(in state: HTMLMarks.State? = nil) {
    if (state ?? marks.state).isQuoted { line.text = "> " + line.text }
    lines.append(line)
    line = Line()
  }
}
