import Text

/// Cuts the piece of a text that shows why it was found.
///
/// Goes by the bytes of UTF-8: a page of hits holds thousands of words, of which few are shown.
struct Snippet {
  /// In characters.
  private static let length = 160
  /// In Unicode scalars.
  private static let before = 40
  /// How much of a text is looked through, in bytes.
  private static let searched = 40_000

  private let stems: Set<String>
  private let prefixes: [String]
  private let initials: Set<UInt8>

  init(query: SearchQuery) {
    stems = Set(query.terms.map(\.stem))
    prefixes = query.terms.compactMap(\.prefix)
    initials = Set((stems + prefixes).compactMap(\.utf8.first))
  }

  /// - Returns: at most 160 characters of one line, with an ellipsis where something is cut off.
  func cut(_ text: String) -> String {
    let bytes = Array(text.utf8.prefix(Self.searched))
    var words: [SnippetWords.Word] = []
    var hit: Int?
    // Behind the hit no more is needed than fits: a character has a scalar at least.
    var room = Self.length
    for word in SnippetWords(bytes, initials: initials) {
      guard room >= 0 else { break }
      if hit == nil, word.isCandidate, matches(bytes[word.range]) { hit = words.count }
      if hit != nil { room -= word.scalars + 1 }
      words.append(word)
    }
    let start = start(before: hit ?? 0, of: words)
    let piece = String(
      decoding: Array(words[start...].map { bytes[$0.range] }.joined(separator: [0x20])),
      as: UTF8.self
    )
    let cut = piece.prefix(Self.length)
    let isWhole =
      room >= 0 && cut.endIndex == piece.endIndex && bytes.count == text.utf8.count
    return (start > 0 ? "…" : "") + cut + (isWhole ? "" : "…")
  }

  /// The first of the words before the hit that have room.
  private func start(before hit: Int, of words: [SnippetWords.Word]) -> Int {
    var start = hit
    var room = Self.before
    while start > 0, room - words[start - 1].scalars > 0 {
      start -= 1
      room -= words[start].scalars + 1
    }
    return start
  }

  private func matches(_ word: ArraySlice<UInt8>) -> Bool {
    let text = NormalisedText(String(decoding: word, as: UTF8.self))
    return SearchWord.cut(text, limit: 4).contains { part in
      stems.contains(part.stem) || prefixes.contains { part.text.hasPrefix($0) }
    }
  }
}
