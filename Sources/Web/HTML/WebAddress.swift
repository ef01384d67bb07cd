/// An address that a page may lead to: of the web or of mail, and of nothing that runs.
struct WebAddress: Sendable, Equatable {
  let text: String

  /// - Returns: `nil` unless it begins with `http://`, `https://` or `mailto:` and holds neither
  ///   white space nor control characters.
  init?(_ text: String) {
    let isClean = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    let start = text.prefix(8).lowercased()
    guard isClean, ["http://", "https://", "mailto:"].contains(where: { start.hasPrefix($0) })
    else { return nil }
    self.text = text
  }

  /// A link to it that passes on neither trust nor where the reader comes from.
  func link(_ content: HTML) -> HTML { "\(opening)\(content)</a>" }

  /// The link's beginning.
  var opening: HTML { "<a href=\"\(text)\" rel=\"nofollow noopener noreferrer\">" }
}
