import Foundation

/// A subject without the marks that mail programs put before it.
package struct MailSubject: Sendable, Equatable {
  /// What remains, in lower case, with single spaces.
  package let bare: String
  /// The marks before it, the outermost first.
  package let marks: [Mark]

  /// What a mail program says about a mail by a mark.
  package enum Mark: Sendable {
    case reply, forward
  }

  /// Whether there is a mark of an answer.
  package var isReply: Bool { marks.contains(.reply) }
  /// Whether the mail itself passes something on; an answer to what was passed on does not.
  package var isForward: Bool { marks.first == .forward }

  /// The marks of answers and of forwarded mail, in the languages of the common programs.
  private static let replies: Set<String> = [
    "re", "aw", "antw", "antwort", "sv", "vs", "ref", "rif", "r", "res", "resp", "odp", "ynt",
    "απ", "απάντηση", "σχετ", "پاسخ", "رد", "回复", "答复", "回覆", "返信", "회신", "на", "ответ",
    "відп", "atb", "vá", "bls", "rv",
  ]
  private static let forwards: Set<String> = [
    "fw", "fwd", "wg", "tr", "enc", "i", "vb", "doorst", "vl", "pd", "πρθ", "προώθ", "هدایت",
    "إعادة توجيه", "转发", "轉寄", "転送", "전달", "пер", "ilt", "továbbítás",
  ]

  /// Reads a subject as it stands in a mail.
  package init(_ text: String) {
    var rest = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
    var marks: [Mark] = []
    // No subject has more marks than this in earnest.
    for _ in 0..<20 {
      guard let (mark, after) = Self.mark(of: rest) else { break }
      marks.append(Self.replies.contains(mark) ? .reply : .forward)
      rest = after
    }
    bare = String(rest)
    self.marks = marks
  }

  /// A mark at the beginning, as in `re:`, `re[2]:` or `回复：`, and what comes after it.
  private static func mark(of text: Substring) -> (String, Substring)? {
    guard let colon = text.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return nil
    }
    let mark = text[..<colon].prefix { $0 != "[" && $0 != "(" && $0 != "^" }
      .trimmingCharacters(in: .whitespaces)
    guard replies.contains(mark) || forwards.contains(mark) else { return nil }
    return (mark, text[text.index(after: colon)...].drop(while: \.isWhitespace))
  }
}
