/// Turns lines that are folded into parts of the tree that can be.
struct FoldPlaces: Sendable {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// The places of all lines that are not reply.
  func folds(of lines: some Sequence<(VisibleReply.Kind, Range<Int>?)>) -> [HTMLReply.Fold] {
    var folds: [HTMLReply.Fold] = []
    for run in runs(of: lines) where run.kind != .reply {
      let places = places(in: run.nodes, from: folds.last?.nodes.upperBound ?? 0)
      folds += places.map { HTMLReply.Fold(kind: run.kind, nodes: $0) }
    }
    return folds
  }

  private struct Run {
    let kind: VisibleReply.Kind
    var nodes: Range<Int>
  }

  /// Stretches of nodes whose lines are of one kind.
  ///
  /// A text that lines of two kinds share cannot be parted and stays.
  private func runs(of lines: some Sequence<(VisibleReply.Kind, Range<Int>?)>) -> [Run] {
    var runs: [Run] = []
    for case (let kind, let nodes?) in lines {
      guard let last = runs.last, nodes.lowerBound <= last.nodes.upperBound || last.kind == kind
      else {
        runs.append(Run(kind: kind, nodes: nodes))
        continue
      }
      let end = max(last.nodes.upperBound, nodes.upperBound)
      if last.kind == kind {
        runs[runs.count - 1].nodes = last.nodes.lowerBound..<end
      } else if nodes.lowerBound == last.nodes.upperBound {
        runs.append(Run(kind: kind, nodes: nodes))
      } else {
        runs[runs.count - 1].nodes = last.nodes.lowerBound..<nodes.lowerBound
        runs.append(Run(kind: .reply, nodes: nodes.lowerBound..<end))
      }
    }
    return runs
  }

  /// The largest groups of siblings that together are the nodes and nothing else that is shown.
  private func places(in nodes: Range<Int>, from start: Int) -> [Range<Int>] {
    let nodes = widened(nodes, from: start)
    var places: [Place] = []
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      guard tree.nodes[index].end <= nodes.upperBound, isFoldable(index) else {
        index += 1
        continue
      }
      add(index, to: &places)
      index = tree.nodes[index].end
    }
    return places.filter(\.isShown).map(\.nodes)
  }

  private struct Place {
    let parent: Int?
    var nodes: Range<Int>
    var isShown: Bool
  }

  private func add(_ top: Int, to places: inout [Place]) {
    let subtree = tree.subtree(at: top)
    let isShown = subtree.contains(where: isShown)
    let parent = tree.nodes[top].parent
    if let last = places.last, last.parent == parent, last.nodes.upperBound == top {
      places[places.count - 1].nodes = last.nodes.lowerBound..<subtree.upperBound
      places[places.count - 1].isShown = last.isShown || isShown
    } else {
      places.append(Place(parent: parent, nodes: subtree, isShown: isShown))
    }
  }

  /// The nodes with the tags and blanks before and behind them that show nothing themselves.
  private func widened(_ nodes: Range<Int>, from start: Int) -> Range<Int> {
    var (low, high) = (nodes.lowerBound, nodes.upperBound)
    while low > start, !isShown(low - 1) { low -= 1 }
    while high < tree.nodes.count, !isShown(high) { high += 1 }
    return low..<high
  }

  /// Whether the node itself, without what is inside it, can be seen.
  private func isShown(_ index: Int) -> Bool {
    switch tree.nodes[index].content {
    case .element(let element): ["br", "hr", "img"].contains(element.name)
    case .text(let text): text.contains { !$0.isWhitespace }
    }
  }

  /// Whether the node can stand in an element of its own with its neighbours.
  private func isFoldable(_ index: Int) -> Bool {
    if let element = tree.element(at: index), Self.parts.contains(element.name) { return false }
    guard let parent = tree.nodes[index].parent, let around = tree.element(at: parent) else {
      return false
    }
    return !Self.wholes.contains(around.name)
  }

  private static let parts: Set<String> = [
    "body", "caption", "col", "colgroup", "dd", "dt", "head", "html", "li", "option", "tbody",
    "td", "tfoot", "th", "thead", "tr",
  ]
  private static let wholes: Set<String> = [
    "colgroup", "dl", "head", "html", "ol", "select", "table", "tbody", "tfoot", "thead", "tr",
    "ul",
  ]
}
