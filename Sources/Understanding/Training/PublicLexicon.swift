/// Turns free lexicons of good and bad words into sources for a ``LexiconBuilder``.
///
/// The concepts are `valence-3` to `valence+3`, the same for all languages.
package enum PublicLexicon {
  /// Signs that mean something in a source.
  private static let reserved: Set<Character> = [",", "*", "~", "[", "]", "#"]

  /// Reads lines of `word TAB mean valence (-4…4) TAB …`.
  package static func valences(_ file: String) -> String {
    source(
      file.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "\t")
        guard parts.count >= 2, let mean = Float(parts[1]) else { return nil }
        let level = Int(mean.rounded())
        return level == 0 ? nil : (String(parts[0]), max(-3, min(3, level)))
      }
    )
  }

  /// Reads a table of terms rated by four people, with columns `Polarity1…4` (POS, NEG, BOTH).
  ///
  /// Long terms lose their ending, as the language inflects.
  package static func ratedTerms(_ file: String) -> String {
    let lines = file.split(separator: "\n")
    guard let header = lines.first?.split(separator: "\t", omittingEmptySubsequences: false),
      let first = header.firstIndex(of: "Polarity1")
    else { return "" }
    return source(
      lines.dropFirst().compactMap { line in
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count > first + 4, let word = parts[0].split(separator: " ").first else {
          return nil
        }
        let votes = parts[first..<first + 4]
        let level = votes.count { $0 == "POS" } - votes.count { $0 == "NEG" }
        guard abs(level) >= 2 else { return nil }
        let term = word.count >= 6 ? word.dropLast(2) + "*" : word
        return (String(term), level > 0 ? min(level - 1, 2) : max(level + 1, -2))
      },
      keepsStars: true
    )
  }

  private static func source(_ words: [(String, Int)], keepsStars: Bool = false) -> String {
    var lists: [Int: [String]] = [:]
    for (word, level) in words {
      let bare = keepsStars && word.hasSuffix("*") ? String(word.dropLast()) : word
      if bare.isEmpty || bare.contains(where: { reserved.contains($0) }) { continue }
      lists[level, default: []].append(word)
    }
    return lists.sorted { $0.key < $1.key }.map { level, words in
      "[valence\(level > 0 ? "+" : "")\(level)]\n" + words.joined(separator: ",")
    }.joined(separator: "\n")
  }
}
