/// Message identifiers in a header (RFC 5322, 3.6.4).
enum MessageIDs {
  /// No thread needs more; what is older than these goes.
  static let limit = 1_000
  /// In bytes; what is longer fits no line of a header (RFC 5322, 2.1.1) and is no id in earnest.
  static let longest = 900

  /// All of them in order, each once, without brackets, comments and space.
  ///
  /// Where nothing stands in brackets, words with an `@` are taken.
  static func all(in field: String) -> [String] {
    let inBrackets = bracketed(field)
    let found =
      inBrackets.isEmpty
      ? field.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" })
        .filter { $0.utf8.contains(UInt8(ascii: "@")) }.map { String($0).trimmingBrackets }
      : inBrackets
    var seen: Set<String> = []
    return found.filter { isUsable($0) && seen.insert($0).inserted }.suffix(limit)
  }

  /// The one that the field is about.
  ///
  /// - Returns: also a word without an `@`, as some systems number their messages.
  static func first(in field: String) -> String? {
    if let first = all(in: field).first { return first }
    let words = field.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let word = words.first.map(String.init)?.trimmingBrackets,
      isUsable(word)
    else { return nil }
    return word
  }

  private static func isUsable(_ id: String) -> Bool { (1...longest).contains(id.utf8.count) }

  private static func bracketed(_ field: String) -> [String] {
    var found: [String] = []
    var current: [UInt8]?
    for byte in HeaderComments.removed(from: field).utf8 {
      if byte == UInt8(ascii: "<") {
        current = []
      } else if byte == UInt8(ascii: ">"), let id = current {
        found.append(String(decoding: id, as: UTF8.self))
        current = nil
      } else if byte > .space {
        current?.append(byte)
      }
    }
    return found
  }
}

extension String {
  fileprivate var trimmingBrackets: String {
    String(drop { $0 == "<" }.reversed().drop { $0 == ">" }.reversed())
  }
}
