/// A command to an IMAP server, without its tag.
struct IMAPCommand {
  enum Part {
    case word(String)
    case literal([UInt8])
  }

  /// What it is called where it is refused.
  let name: String

  private(set) var parts: [Part]

  /// What is said when the server asks for more, as in a sign-in (RFC 4959), in order.
  var answers: [String] = []

  /// Begins a command with words that need no quotes.
  init(_ name: String, _ words: String...) {
    self.name = name
    parts = ([name] + words).map(Part.word)
  }

  /// Adds words that need no quotes.
  func word(_ word: String) -> IMAPCommand { adding(.word(word)) }

  /// Adds any text: in quotes where that is enough, else as literal.
  func string(_ text: String) -> IMAPCommand {
    let isPrintable = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    guard isPrintable, text.utf8.count <= 1_000 else { return literal(Array(text.utf8)) }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return word("\"\(escaped)\"")
  }

  /// Adds a folder's name.
  func folder(_ name: String) -> IMAPCommand { string(ModifiedUTF7.encode(name)) }

  func literal(_ bytes: [UInt8]) -> IMAPCommand { adding(.literal(bytes)) }

  func answering(_ answers: [String]) -> IMAPCommand {
    var command = self
    command.answers = answers
    return command
  }

  /// Whether it is free of zero bytes, which IMAP4rev1 has no form for.
  var isUsable: Bool {
    parts.allSatisfy { part in
      switch part {
      case .word(let word): !word.utf8.contains(0)
      case .literal(let bytes): !bytes.contains(0)
      }
    }
  }

  private func adding(_ part: Part) -> IMAPCommand {
    var command = self
    command.parts.append(part)
    return command
  }
}
