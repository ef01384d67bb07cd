/// The attributes of an element that are kept, and what becomes of its addresses.
struct SafeAttributes {
  /// Those that count on a body.
  static let ofBody: Set<String> = ["bgcolor", "class", "dir", "id", "lang", "style", "text"]

  private static let longestValue = 64
  private static let everywhere: Set<String> = ["dir", "lang"]

  private let element: HTMLTree.Element
  private let allowed: Set<String>
  private let rules: CSSRules
  private(set) var remoteImages = 0

  init(_ element: HTMLTree.Element, allowed: Set<String>, rules: CSSRules) {
    self.element = element
    self.allowed = allowed
    self.rules = rules
  }

  mutating func write(to writer: inout HTMLWriter) {
    writeAddress(to: &writer)
    writeNames(to: &writer)
    writeStyle(to: &writer)
    for attribute in element.attributes {
      switch attribute.name {
      case "title", "alt":
        if attribute.name == "title" || element.name == "img" {
          writer.attribute(attribute.name, attribute.value)
        }
      case let name where allowed.contains(name) || Self.everywhere.contains(name):
        if Self.isSimple(attribute.value) { writer.attribute(name, attribute.value) }
      default: break
      }
    }
  }

  private static func isSimple(_ value: String) -> Bool {
    value.utf8.count <= longestValue
      && value.utf8.allSatisfy { TextBytes.isName($0) || isSimpleMark($0) }
  }

  private static func isSimpleMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private mutating func writeAddress(to writer: inout HTMLWriter) {
    switch element.name {
    case "a": writeLink(to: &writer)
    case "img": writePicture(to: &writer)
    default: break
    }
  }

  private func writeLink(to writer: inout HTMLWriter) {
    guard let address = element["href"].flatMap(SafeAddress.link) else { return }
    writer.attribute("href", address)
    writer.write(" rel=\"noopener noreferrer nofollow\" target=\"_blank\"")
    if let host = SafeAddress.host(address) { writer.attribute("data-host", host) }
  }

  private mutating func writePicture(to writer: inout HTMLWriter) {
    if let picture = element["src"], SafeAddress.isPicture(picture) {
      return writer.attribute("src", picture)
    }
    if let content = element["data-cid"] ?? contentID {
      return writer.attribute("data-cid", content)
    }
    let source = element["src"] ?? element["data-remote"]
    guard let address = source.flatMap(RemoteImageAddress.init) else { return }
    remoteImages += 1
    writer.attribute("data-remote", address.value)
  }

  /// RFC 2392.
  private var contentID: String? {
    guard let source = element["src"].flatMap(SafeAddress.cleaned),
      source.prefix(4).lowercased() == "cid:"
    else { return nil }
    return String(PercentEncoding.decoded(source.dropFirst(4)))
  }

  private func writeNames(to writer: inout HTMLWriter) {
    guard !rules.names.isEmpty || rules.hasBody else { return }
    var classes = (element["class"] ?? "")
      .split { $0.isWhitespace }
      .filter { rules.names.contains(String($0)) }
      .map { CSSRules.prefixed(String($0)) }
    if element.name == "body", rules.hasBody { classes.insert(CSSRules.bodyClass, at: 0) }
    if !classes.isEmpty { writer.attribute("class", classes.joined(separator: " ")) }
    if let id = element["id"], rules.names.contains(id) {
      writer.attribute("id", CSSRules.prefixed(id))
    }
  }

  private func writeStyle(to writer: inout HTMLWriter) {
    let style = (element["style"] ?? "") + bodyColours
    let declarations = CSSDeclarations.sanitised(style.utf8)
    guard !declarations.isEmpty else { return }
    writer.attribute("style", String(decoding: declarations, as: UTF8.self))
  }

  private var bodyColours: String {
    guard element.name == "body" else { return "" }
    let colours = [("bgcolor", "background-color"), ("text", "color")]
    return colours.reduce(into: "") { style, colour in
      if let value = element[colour.0] { style += ";\(colour.1):\(value)" }
    }
  }
}
