/// The declarations of a style attribute or rule that are kept, rewritten from what they mean.
///
/// Kept is how things look where they stand: fonts, colours, boxes, tables. Left out is whatever
/// loads, runs, moves over other things or is not understood.
enum CSSDeclarations {
  private static let longestValue = 400

  /// - Parameter source: `color: red; position: fixed`.
  /// - Returns: `color:red`; without `<`, `&`, `"` and anything that would end a rule.
  static func sanitised(_ source: some Collection<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    for declaration in source.split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = trimmed(declaration[..<colon]).map { TextBytes.isLetter($0) ? $0 | 0x20 : $0 }
      let value = trimmed(declaration[declaration.index(after: colon)...])
      guard isAllowed(String(decoding: name, as: UTF8.self)), let value = safeValue(value) else {
        continue
      }
      if !kept.isEmpty { kept.append(UInt8(ascii: ";")) }
      kept += name + [UInt8(ascii: ":")] + value
    }
    return kept
  }

  private static func trimmed(_ bytes: some Collection<UInt8>) -> ArraySlice<UInt8> {
    let start = Array(bytes.drop(while: TextBytes.isSpace))
    let end = start.lastIndex { !TextBytes.isSpace($0) } ?? -1
    return start[..<(end + 1)]
  }

  private static func isAllowed(_ name: String) -> Bool {
    names.contains(name) || prefixes.contains { name.hasPrefix($0) } && !name.contains("image")
  }

  /// Every byte is of a known kind and every function a colour's.
  private static func safeValue(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    guard !value.isEmpty, value.count <= longestValue else { return nil }
    var safe: [UInt8] = []
    safe.reserveCapacity(value.count)
    var nameStart = 0
    for byte in value {
      if byte == UInt8(ascii: "(") {
        let name = String(decoding: safe[nameStart...], as: UTF8.self).lowercased()
        guard functions.contains(name) else { return nil }
      }
      let written = TextBytes.isSpace(byte) ? 0x20 : byte == UInt8(ascii: "\"") ? 0x27 : byte
      guard TextBytes.isName(written) || isMark(written) else { return nil }
      safe.append(written)
      if !TextBytes.isName(written) { nameStart = safe.count }
    }
    return isBalanced(safe) ? safe : nil
  }

  private static func isBalanced(_ value: [UInt8]) -> Bool {
    let quotes = value.count { $0 == UInt8(ascii: "'") }
    let opening = value.count { $0 == UInt8(ascii: "(") }
    return quotes.isMultiple(of: 2) && opening == value.count { $0 == UInt8(ascii: ")") }
      && (quotes == 0 || opening == 0)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "!"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static let functions: Set<String> = ["hsl", "hsla", "rgb", "rgba"]
  private static let prefixes = ["border", "font", "margin", "padding", "text-decoration"]
  private static let names: Set<String> = [
    "background", "background-color", "box-sizing", "caption-side", "clear", "color", "direction",
    "display", "empty-cells", "float", "height", "hyphens", "letter-spacing", "line-height",
    "list-style", "list-style-position", "list-style-type", "max-height", "max-width",
    "min-height", "min-width", "opacity", "overflow", "overflow-wrap", "table-layout",
    "text-align", "text-indent", "text-overflow", "text-transform", "unicode-bidi",
    "vertical-align", "visibility", "white-space", "width", "word-break", "word-spacing",
    "word-wrap",
  ]
}
