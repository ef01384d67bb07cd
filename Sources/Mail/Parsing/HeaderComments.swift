/// Comments in structured header fields (RFC 5322, 3.2.2).
enum HeaderComments {
  /// Takes comments out, also nested ones; quoted strings stay.
  ///
  /// A parenthesis that is never closed is no comment.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "(")) else { return text }
    var kept = ""
    var pending = ""
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    for character in text {
      let opens = character == "(" && !isQuoted && !isEscaped
      let closes = character == ")" && !isQuoted && !isEscaped && depth > 0
      if character == "\"", !isEscaped, depth == 0 { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      if opens { depth += 1 }
      if depth > 0 { pending.append(character) } else { kept.append(character) }
      if closes {
        depth -= 1
        if depth == 0 { pending = "" }
      }
    }
    return kept + pending
  }
}
