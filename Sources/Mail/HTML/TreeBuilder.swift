import CGumbo

/// Copies gumbo's tree into nodes, without recursion.
struct TreeBuilder {
  /// An element whose children are being copied.
  private struct Open {
    let children: GumboVector
    var next = 0
    /// Where the element is in `nodes`; for one too deep, the deepest around it.
    let index: Int
    let isCopied: Bool
  }

  private(set) var nodes: [HTMLTree.Node] = []
  private var open: [Open] = []
  private var level = 0

  mutating func build(_ root: UnsafePointer<GumboNode>) {
    enter(root, below: nil)
    while let last = open.indices.last {
      let parent = open[last]
      guard parent.next < Int(parent.children.length) else {
        leave(parent)
        continue
      }
      open[last].next += 1
      guard let child = parent.children.data[parent.next] else { continue }
      add(child.assumingMemoryBound(to: GumboNode.self), below: parent.index)
    }
  }

  private mutating func add(_ node: UnsafePointer<GumboNode>, below parent: Int) {
    switch node.pointee.type {
    case GUMBO_NODE_ELEMENT: enter(node, below: parent)
    case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
      append(String(cString: node.pointee.v.text.text), below: parent)
    default: break
    }
  }

  private mutating func enter(_ node: UnsafePointer<GumboNode>, below parent: Int?) {
    let element = node.pointee.v.element
    guard element.tag_namespace == GUMBO_NAMESPACE_HTML else { return }
    guard level <= HTMLTree.deepestLevel else {
      open.append(Open(children: element.children, index: parent ?? 0, isCopied: false))
      return
    }
    open.append(Open(children: element.children, index: nodes.count, isCopied: true))
    level += 1
    nodes.append(
      HTMLTree.Node(
        content: .element(HTMLTree.Element(gumbo: element)),
        parent: parent,
        end: nodes.count + 1
      )
    )
  }

  private mutating func leave(_ element: Open) {
    open.removeLast()
    guard element.isCopied else { return }
    level -= 1
    nodes[element.index].end = nodes.count
  }

  private mutating func append(_ text: String, below parent: Int) {
    guard !text.isEmpty else { return }
    if let last = nodes.last, last.parent == parent, case .text(let before) = last.content {
      nodes[nodes.count - 1].content = .text(before + text)
    } else {
      nodes.append(HTMLTree.Node(content: .text(text), parent: parent, end: nodes.count + 1))
    }
  }
}
