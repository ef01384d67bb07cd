/// Joins Persian prefixes and endings that stand apart to their word, as search does.
enum PersianJoin {
  private static let prefixes = scalars(["می", "نمی"])
  private static let endings = scalars([
    "ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "تر", "ترین",
  ])

  /// Joins two tokens with only spaces between them if one is a particle of the other.
  ///
  /// - Returns: one token over both, or `nil` for two real words.
  static func join(_ first: Token?, _ second: Token, _ scalars: [UInt32]) -> Token? {
    guard second.kind == .arabic, let first, first.kind == .arabic, second.isAfterSpace,
      first.folded.upperBound == second.folded.lowerBound,
      isOne(first, of: prefixes, scalars) || isOne(second, of: endings, scalars)
    else { return nil }
    return Token(
      kind: .arabic,
      source: first.source.lowerBound..<second.source.upperBound,
      folded: first.folded.lowerBound..<second.folded.upperBound,
      isCapitals: false,
      isElongated: first.isElongated || second.isElongated,
      isAfterSpace: first.isAfterSpace
    )
  }

  private static func isOne(_ token: Token, of particles: [[UInt32]], _ all: [UInt32]) -> Bool {
    guard token.folded.count <= 6 else { return false }
    let word = all[token.folded]
    return particles.contains { $0.count == word.count && word.elementsEqual($0) }
  }

  private static func scalars(_ words: [String]) -> [[UInt32]] {
    words.map { $0.unicodeScalars.map(\.value) }
  }
}
