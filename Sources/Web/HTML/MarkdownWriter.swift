import CMarkdown
import ServiceDesk
import Storage

/// Writes a document that cmark has read.
struct MarkdownWriter {
  // Deeper than people write and than browsers like it.
  private static let mostLevels = 16

  private let pictures: [ID<Attachment>: String]
  /// Which of them the document shows.
  private(set) var shown: Set<ID<Attachment>> = []
  private var parts: [HTML] = []
  private var level = 0
  /// How many links are open, those without address included: links cannot hold links.
  private var links = 0

  /// - Parameter pictures: Where the pictures are that the document may show.
  init(pictures: [ID<Attachment>: String]) { self.pictures = pictures }

  /// The document as markup.
  mutating func write(_ document: OpaquePointer) -> HTML {
    guard let iterator = cmark_iter_new(document) else { return "" }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      if writePicture(node) {
        // Its name has been written.
        cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
        continue
      }
      if !writeLeaf(node), !writeBlock(node, isStart: event == CMARK_EVENT_ENTER) {
        writeInline(node, isStart: event == CMARK_EVENT_ENTER)
      }
    }
    return .joined(parts)
  }

  private typealias Node = OpaquePointer

  /// - Returns: whether it is something without anything in it.
  private mutating func writeLeaf(_ node: Node) -> Bool {
    let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE: parts.append("\(literal)")
    case CMARK_NODE_CODE: parts.append("<code>\(literal)</code>")
    case CMARK_NODE_CODE_BLOCK: parts.append("<pre dir=\"ltr\"><code>\(literal)</code></pre>")
    case CMARK_NODE_HTML_BLOCK: parts.append(.paragraphs(literal))
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: parts.append("<br>")
    case CMARK_NODE_THEMATIC_BREAK: parts.append("<hr>")
    default: return false
    }
    return true
  }

  /// - Returns: whether it is a block that holds others.
  private mutating func writeBlock(_ node: Node, isStart: Bool) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: break
    case CMARK_NODE_PARAGRAPH:
      if isInTightList(node) {
        // What follows in the same item begins on a line of its own.
        if !isStart, cmark_node_next(node) != nil { parts.append("<br>") }
      } else {
        parts.append(isStart ? "<p dir=\"auto\">" : "</p>")
      }
    // A heading of the page's own would mislead who moves from one to the next.
    case CMARK_NODE_HEADING:
      parts.append(isStart ? "<p dir=\"auto\"><strong>" : "</strong></p>")
    case CMARK_NODE_BLOCK_QUOTE:
      enclose(isStart, "<blockquote dir=\"auto\">", "</blockquote>")
    case CMARK_NODE_LIST: writeList(node, isStart: isStart)
    case CMARK_NODE_ITEM:
      if level <= Self.mostLevels { parts.append(isStart ? "<li dir=\"auto\">" : "</li>") }
    default: return false
    }
    return true
  }

  private mutating func writeList(_ node: Node, isStart: Bool) {
    if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
      let start = Int64(cmark_node_get_list_start(node))
      enclose(
        isStart,
        start == 1 ? "<ol dir=\"auto\">" : "<ol dir=\"auto\" start=\"\(start)\">",
        "</ol>"
      )
    } else {
      enclose(isStart, "<ul dir=\"auto\">", "</ul>")
    }
  }

  private mutating func writeInline(_ node: Node, isStart: Bool) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_EMPH: enclose(isStart, "<em>", "</em>")
    case CMARK_NODE_STRONG: enclose(isStart, "<strong>", "</strong>")
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: writeLink(node, isStart: isStart)
    default:
      // An extension's type has no constant.
      let type = cmark_node_get_type_string(node).map { String(cString: $0) }
      if type == "strikethrough" { enclose(isStart, "<del>", "</del>") }
    }
  }

  private mutating func writeLink(_ node: Node, isStart: Bool) {
    if !isStart { links -= 1 }
    let address = cmark_node_get_url(node).flatMap { WebAddress(String(cString: $0)) }
    if links == 0, let address {
      parts.append(isStart ? address.opening : "</a>")
    }
    if isStart { links += 1 }
  }

  /// - Returns: whether it is one of the message's own pictures.
  private mutating func writePicture(_ node: Node) -> Bool {
    guard cmark_node_get_type(node) == CMARK_NODE_IMAGE,
      let address = cmark_node_get_url(node).map({ String(cString: $0) }),
      let picture = PictureMark(address: address), let source = pictures[picture.file]
    else { return false }
    shown.insert(picture.file)
    parts.append("<img src=\"\(source)\" alt=\"\(words(in: node))\">")
    return true
  }

  /// What stands directly in it, without markup.
  private func words(in node: Node) -> String {
    var words = ""
    var child = cmark_node_first_child(node)
    while let next = child {
      words += cmark_node_get_literal(next).map { String(cString: $0) } ?? ""
      child = cmark_node_next(next)
    }
    return words
  }

  private mutating func enclose(_ isStart: Bool, _ opening: HTML, _ closing: HTML) {
    if isStart { level += 1 }
    if level <= Self.mostLevels { parts.append(isStart ? opening : closing) }
    if !isStart { level -= 1 }
  }

  private func isInTightList(_ node: Node) -> Bool {
    guard let item = cmark_node_parent(node), let list = cmark_node_parent(item),
      cmark_node_get_type(item) == CMARK_NODE_ITEM
    else { return false }
    return cmark_node_get_list_tight(list) != 0
  }
}
