/// The rules of style elements that are kept, rewritten from what they mean.
///
/// They reach only the mail, which has a document of its own. Selectors by attribute are left out,
/// since they can read; so are all at-rules but `@media`.
struct CSSRules {
  /// Names of classes and ids in the mail are written with this before them.
  static let prefix = "m-"
  /// What a rule for `body` is for; the body of a mail is written as a `div`.
  static let bodyClass = "m--body"

  private static let longestSource = 1 << 18
  private static let mostRules = 4000
  private static let longestSelector = 300
  private static let deepestMedia = 4

  private(set) var css: [UInt8] = []
  /// The classes and ids of the rules, without prefix.
  private(set) var names: Set<String> = []
  private(set) var hasBody = false
  private var rules = 0
  private var source: [UInt8] = []
  private var position = 0

  /// Adds the rules of a style element.
  mutating func add(_ text: String) {
    guard source.count + text.utf8.count <= Self.longestSource else { return }
    source = Self.withoutComments(text.utf8)
    position = 0
    var media: [Int] = []
    while position < source.count, rules < Self.mostRules { readRule(&media) }
    while let start = media.popLast() { closeMedia(start) }
  }

  private mutating func readRule(_ media: inout [Int]) {
    let prelude = read { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") || $0 == 0x3B }
    let end = position < source.count ? source[position] : 0
    position += 1
    if end == UInt8(ascii: "}") {
      if let start = media.popLast() { closeMedia(start) }
      return
    }
    guard end == UInt8(ascii: "{") else { return }
    if let query = Self.mediaQuery(prelude), media.count < Self.deepestMedia {
      media.append(css.count)
      css += query + [UInt8(ascii: "{")]
    } else if prelude.first == UInt8(ascii: "@") {
      skipBlock()
    } else {
      addRule(prelude)
    }
  }

  private mutating func addRule(_ prelude: [UInt8]) {
    rules += 1
    let declarations = CSSDeclarations.sanitised(read { $0 == UInt8(ascii: "}") })
    position += 1
    guard !declarations.isEmpty, let selector = selector(prelude) else { return }
    css += selector + [UInt8(ascii: "{")] + declarations + [UInt8(ascii: "}")]
  }

  /// An empty one is taken back.
  private mutating func closeMedia(_ start: Int) {
    if css.last == UInt8(ascii: "{") {
      css.removeSubrange(start...)
    } else {
      css.append(UInt8(ascii: "}"))
    }
  }

  private mutating func skipBlock() {
    var depth = 1
    while position < source.count, depth > 0 {
      if source[position] == UInt8(ascii: "{") { depth += 1 }
      if source[position] == UInt8(ascii: "}") { depth -= 1 }
      position += 1
    }
  }

  private mutating func read(until isEnd: (UInt8) -> Bool) -> [UInt8] {
    let start = source[position...].firstIndex { !TextBytes.isSpace($0) } ?? source.count
    let end = source[start...].firstIndex(where: isEnd) ?? source.count
    position = end
    return Array(source[start..<end].reversed().drop(while: TextBytes.isSpace).reversed())
  }

  private static func mediaQuery(_ prelude: [UInt8]) -> [UInt8]? {
    let query = String(decoding: prelude, as: UTF8.self).lowercased()
    let isPlain = query.utf8.dropFirst().allSatisfy {
      TextBytes.isName($0) || TextBytes.isSpace($0) || " ():,.".utf8.contains($0)
    }
    guard isPlain, query.hasPrefix("@media "), query.utf8.count <= longestSelector else {
      return nil
    }
    return query.utf8.map { TextBytes.isSpace($0) ? 0x20 : $0 }
  }

  /// Also the marks of comments of HTML, which style elements may have around their rules.
  private static func withoutComments(_ text: String.UTF8View) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = Array(text)[...]
    while let first = rest.first {
      if rest.starts(with: "/*".utf8) {
        rest = rest.dropFirst(2)
        while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest.removeFirst() }
        rest = rest.dropFirst(2)
        kept.append(0x20)
      } else if let mark = ["<!--", "-->"].first(where: { rest.starts(with: $0.utf8) }) {
        rest = rest.dropFirst(mark.utf8.count)
      } else {
        kept.append(first)
        rest.removeFirst()
      }
    }
    return kept
  }
}

// MARK: - Selectors

extension CSSRules {
  /// - Returns: `nil` if a part is not understood.
  private mutating func selector(_ source: [UInt8]) -> [UInt8]? {
    guard source.count <= Self.longestSelector else { return nil }
    var written: [UInt8] = []
    var found: Set<String> = []
    var index = 0
    while index < source.count {
      let byte = source[index]
      index += 1
      if TextBytes.isSpace(byte) {
        written.append(0x20)
      } else if Self.marks.contains(byte) {
        written.append(byte)
        guard Self.named.contains(byte) else { continue }
        guard let name = Self.name(in: source, at: &index) else { return nil }
        guard let part = Self.part(byte, name) else { return nil }
        if byte != UInt8(ascii: ":") { found.insert(name) }
        written += part.utf8
      } else {
        index -= 1
        guard let name = Self.name(in: source, at: &index) else { return nil }
        guard let element = element(name.lowercased()) else { return nil }
        written += element.utf8
      }
    }
    names.formUnion(found)
    return written.isEmpty ? nil : written
  }

  private static func name(in source: [UInt8], at index: inout Int) -> String? {
    let name = source[index...].prefix(while: TextBytes.isName)
    index += name.count
    guard let first = name.first, !TextBytes.isDigit(first) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  private static func part(_ mark: UInt8, _ name: String) -> String? {
    guard mark == UInt8(ascii: ":") else { return prefixed(name) }
    let name = name.lowercased()
    return pseudoClasses.contains(name) ? name : nil
  }

  private mutating func element(_ name: String) -> String? {
    if name == "html" { return nil }
    guard name == "body" else { return name }
    hasBody = true
    return "." + Self.bodyClass
  }

  static func prefixed(_ name: String) -> String {
    name.hasPrefix(prefix) ? name : prefix + name
  }

  private static let marks = Set(".#:>+~,*".utf8)
  private static let named = Set(".#:".utf8)
  private static let pseudoClasses: Set<String> = [
    "active", "first-child", "focus", "hover", "last-child", "link", "visited",
  ]
}
