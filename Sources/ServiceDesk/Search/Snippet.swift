import Text

/// Cuts the piece of a text that shows why it was found.
struct Snippet {
  /// In characters.
  private static let length = 160
  private static let before = 40

  private let stems: Set<String>
  private let prefixes: [String]

  init(query: SearchQuery) {
    stems = Set(query.terms.map(\.stem))
    prefixes = query.terms.compactMap(\.prefix)
  }

  /// - Returns: at most 160 characters of one line, with an ellipsis where something is cut off.
  func cut(_ text: String) -> String {
    let line = text.unicodeScalars.prefix(20_000).split(whereSeparator: \.isSpace)
      .map { Substring($0) }
    let hit = line.firstIndex(where: matches) ?? line.startIndex
    var start = hit
    var room = Self.before
    while start > line.startIndex, room - line[start - 1].count > 0 {
      start -= 1
      room -= line[start].count + 1
    }
    // So many words are more than fit, whatever they are.
    let words = line[start...].prefix(Self.length).joined(separator: " ")
    let cut = words.prefix(Self.length)
    return (start > line.startIndex ? "…" : "") + cut + (cut.count < words.count ? "…" : "")
  }

  private func matches(_ word: Substring) -> Bool {
    SearchWord.cut(NormalisedText(String(word)), limit: 4).contains { part in
      stems.contains(part.stem) || prefixes.contains { part.text.hasPrefix($0) }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it separates words, found out quickly for what most texts consist of.
  fileprivate var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
