/// Walks a tree and writes its text with the white space that a page would show.
struct PlainTextReader {
  private struct Open {
    let element: HTMLTree.Element
    let end: Int
    let textStart: Int
  }

  private let tree: HTMLTree
  private var bytes: [UInt8] = []
  private var open: [Open] = []
  /// Numbers of the next items of the lists around; `nil` in one without numbers.
  private var lists: [Int?] = []
  private var preformatted = 0
  private var lineFeeds = 0
  private var needsSpace = false

  init(_ tree: HTMLTree) {
    self.tree = tree
  }

  mutating func read() -> String {
    var index = 0
    while index < tree.nodes.count {
      close(before: index)
      index = visit(index)
    }
    close(before: .max)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Returns: where to go on.
  private mutating func visit(_ index: Int) -> Int {
    let node = tree.nodes[index]
    switch node.content {
    case .text(let text):
      preformatted > 0 ? writePreformatted(text) : write(text)
      return index + 1
    case .element(let element):
      if Self.isHidden(element) { return node.end }
      begin(element)
      open.append(Open(element: element, end: node.end, textStart: bytes.count))
      return index + 1
    }
  }

  private static func isHidden(_ element: HTMLTree.Element) -> Bool {
    if element.name == "head" || AllowedElements.silent.contains(element.name) { return true }
    if element["hidden"] != nil { return true }
    guard let style = element["style"] else { return false }
    let plain = style.lowercased().filter { !$0.isWhitespace }
    return ["display:none", "visibility:hidden", "mso-hide:all"].contains { plain.contains($0) }
  }

  // MARK: - Elements

  private mutating func begin(_ element: HTMLTree.Element) {
    switch element.name {
    case "br": lineFeeds = min(lineFeeds + 1, 2)
    case "hr": line("----")
    case "img": write(element["alt"] ?? "")
    case "td", "th": needsSpace = true
    case "li": beginItem()
    case "ul", "menu", "dir": beginList(nil)
    case "ol": beginList(element["start"].flatMap { Int($0) } ?? 1)
    case "pre", "xmp", "listing", "plaintext":
      breakLine(2)
      preformatted += 1
    case let name where Self.spaced.contains(name): breakLine(2)
    case let name where HTMLNames.block.contains(name): breakLine(1)
    default: break
    }
  }

  private mutating func beginList(_ number: Int?) {
    breakLine(lists.isEmpty ? 2 : 1)
    lists.append(number)
  }

  private mutating func beginItem() {
    breakLine(1)
    let indent = String(repeating: "  ", count: min(max(lists.count - 1, 0), 8))
    if let number = lists.last ?? nil {
      line(indent + "\(number). ")
      lists[lists.count - 1] = number &+ 1
    } else {
      line(indent + "- ")
    }
  }

  private mutating func close(before index: Int) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      end(last)
    }
  }

  private mutating func end(_ closed: Open) {
    switch closed.element.name {
    case "a": writeTarget(of: closed)
    case "ul", "ol", "menu", "dir":
      lists.removeLast()
      breakLine(lists.isEmpty ? 2 : 1)
    case "pre", "xmp", "listing", "plaintext":
      preformatted -= 1
      breakLine(2)
    case let name where Self.spaced.contains(name): breakLine(2)
    case let name where HTMLNames.block.contains(name) && name != "hr": breakLine(1)
    default: break
    }
  }

  /// The address of a link, unless its text is the address.
  private mutating func writeTarget(of link: Open) {
    guard let address = link.element["href"].flatMap(SafeAddress.link) else { return }
    let text = String(decoding: bytes[min(link.textStart, bytes.count)...], as: UTF8.self)
    let bare = address.split(separator: ":", maxSplits: 1).last.map(String.init) ?? address
    let isSaid = text.contains(bare.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" })
    guard !isSaid, text.contains(where: { !$0.isWhitespace }) else { return }
    write(" (\(address))")
  }

  // MARK: - Text

  private mutating func breakLine(_ count: Int) {
    needsSpace = false
    if !bytes.isEmpty { lineFeeds = max(lineFeeds, count) }
  }

  private mutating func line(_ text: String) {
    breakLine(1)
    flush()
    bytes += text.utf8
  }

  private mutating func flush() {
    if lineFeeds > 0 {
      while bytes.last == 0x20 { bytes.removeLast() }
      if !bytes.isEmpty { bytes += Array(repeating: 0x0A, count: lineFeeds) }
    } else if needsSpace, let last = bytes.last, last != 0x20, last != 0x0A {
      bytes.append(0x20)
    }
    lineFeeds = 0
    needsSpace = false
  }

  private mutating func write(_ text: String) {
    for byte in text.utf8 {
      if TextBytes.isSpace(byte) {
        needsSpace = true
      } else {
        if lineFeeds > 0 || needsSpace { flush() }
        bytes.append(byte)
      }
    }
  }

  private mutating func writePreformatted(_ text: String) {
    guard !text.isEmpty else { return }
    flush()
    bytes += text.utf8
  }

  private static let spaced: Set<String> = [
    "blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "p", "table",
  ]
}
