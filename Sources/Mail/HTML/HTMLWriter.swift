/// Markup in the making, where only names of our own are written as they are.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  /// - Parameter limit: in bytes; what goes beyond is left out, apart from end tags.
  init(limit: Int) {
    self.limit = limit
    bytes.reserveCapacity(min(limit, 1 << 14))
  }

  var isFull: Bool { bytes.count >= limit }
  var html: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func begin(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
  }

  /// The value escaped and between double quotes.
  mutating func attribute(_ name: String, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: name.utf8)
    write("=\"")
    escape(value)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func endTag(_ name: String) {
    write("</")
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func text(_ text: String) {
    guard !isFull else { return }
    escape(text)
  }

  /// Rules of our own making, which have no `<`.
  mutating func style(_ rules: [UInt8]) {
    write("<style>")
    bytes.append(contentsOf: rules)
    write("</style>")
  }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case _ where isControl(byte): write("\u{FFFD}")
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      case UInt8(ascii: "'"): write("&#39;")
      // Browsers differ in where a backtick ends an attribute; a return would become a line feed.
      case UInt8(ascii: "`"): write("&#96;")
      case 0x0D: write("&#13;")
      default: bytes.append(byte)
      }
    }
  }

  /// What no document may contain (HTML Living Standard, section 13.2.3.5).
  private func isControl(_ byte: UInt8) -> Bool {
    byte == 0x7F || byte < 0x20 && !TextBytes.isSpace(byte)
  }
}
