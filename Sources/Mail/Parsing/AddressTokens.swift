/// Cuts a list of addresses into its members before anything is decoded.
struct AddressTokens {
  /// What stands between two commas.
  struct Mailbox {
    /// The words outside of brackets and comments, quotes taken off.
    var phrase = ""
    /// What stands in angle brackets.
    var bracketed: String?
    /// The last comment: where old programs put the name.
    var comment: String?
    var isQuoted = false

    fileprivate var isEmpty: Bool {
      phrase.allSatisfy(\.isWhitespace) && bracketed == nil
    }
  }

  /// The members, those of groups included.
  static func mailboxes(in field: String) -> [Mailbox] {
    var tokens = AddressTokens(field)
    return tokens.read()
  }

  private let text: [Unicode.Scalar]
  private let lastQuote: Int
  private let lastParenthesis: Int
  private var index = 0
  private var current = Mailbox()
  private var found: [Mailbox] = []

  private init(_ field: String) {
    text = Array(field.unicodeScalars)
    lastQuote = text.lastIndex(of: "\"") ?? 0
    lastParenthesis = text.lastIndex(of: ")") ?? 0
  }

  private mutating func read() -> [Mailbox] {
    while index < text.count {
      switch text[index] {
      case "=" where index + 1 < text.count && text[index + 1] == "?": readEncodedWord()
      case "\"" where lastQuote > index: readQuoted()
      case "(" where lastParenthesis > index: readComment()
      case "<": readBracketed()
      case ",", ";": finish()
      case ":" where startsGroup: current = Mailbox()
      case "\\" where index + 1 < text.count:
        index += 1
        current.phrase.unicodeScalars.append(text[index])
      case "\"", ">": break
      default: current.phrase.unicodeScalars.append(text[index])
      }
      index += 1
    }
    finish()
    return found
  }

  private mutating func finish() {
    if current.bracketed == nil, !current.phrase.contains("@"), joinsWithNext {
      current.phrase.unicodeScalars.append(text[index])
      return
    }
    if !current.isEmpty { found.append(current) }
    current = Mailbox()
  }

  /// Whether a comma belongs to a name that should have been quoted: `Doe, Jane <jane@…>`.
  private var joinsWithNext: Bool {
    guard index < text.count, text[index] == ",", !current.isEmpty, !current.isQuoted else {
      return false
    }
    for character in text[(index + 1)...] {
      if character == "<" { return true }
      if ",;@:\"".unicodeScalars.contains(character) { return false }
    }
    return false
  }

  /// A colon after plain words; an address with a port or a route has none.
  private var startsGroup: Bool {
    current.bracketed == nil && !current.phrase.contains("@")
      && current.phrase.lowercased().trimmingPrefix(while: \.isWhitespace) != "mailto"
  }

  /// Takes an encoded word as it is: senders leave commas and colons in it (RFC 2047, 5.3).
  private mutating func readEncodedWord() {
    let limit = min(text.count, index + Self.encodedWordLimit)
    var marks = 0
    var end = index + 1
    while end < limit, marks < 4 {
      if text[end] == "?" { marks += 1 }
      end += 1
    }
    guard marks == 4, end < text.count, text[end] == "=" else {
      current.phrase.unicodeScalars.append(text[index])
      return
    }
    current.phrase.unicodeScalars.append(contentsOf: text[index...end])
    index = end
  }

  private static let encodedWordLimit = 1_000

  private mutating func readQuoted() {
    current.isQuoted = true
    index += 1
    while index < text.count, text[index] != "\"" {
      if text[index] == "\\", index + 1 < text.count { index += 1 }
      current.phrase.unicodeScalars.append(text[index])
      index += 1
    }
  }

  private mutating func readComment() {
    var depth = 1
    var comment = ""
    index += 1
    while index < text.count {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { break }
      if text[index] == "\\", index + 1 < text.count { index += 1 }
      comment.unicodeScalars.append(text[index])
      index += 1
    }
    if !comment.isEmpty { current.comment = comment }
  }

  /// Up to the closing bracket, or to a comma where it is missing.
  private mutating func readBracketed() {
    var address = String.UnicodeScalarView()
    var hasAt = false
    index += 1
    while index < text.count, text[index] != ">" {
      let scalar = text[index]
      if scalar == "(", lastParenthesis > index {
        readCommentAside()
      } else if scalar == ",", hasAt, address.first != "@" {
        break
      } else if scalar != "<", scalar != "\"" {
        if scalar == "@" { hasAt = true }
        address.append(scalar)
      }
      index += 1
    }
    if current.bracketed == nil || address.contains(where: { $0.value > 0x20 }) {
      current.bracketed = String(address)
    }
    if index < text.count, text[index] == "," { index -= 1 }
  }

  private mutating func readCommentAside() {
    let comment = current.comment
    readComment()
    current.comment = comment
  }
}
