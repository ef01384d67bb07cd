/// The Persian prefixes and endings that are written joined, with a half-space or with a space.
///
/// The half-space is gone after normalising; this undoes the space. Only those are here that are
/// no words of their own: `ام`, `ات` and `اش` stay apart.
enum PersianParticle {
  private static let prefixes = ["می", "نمی"].map { Array($0.utf8) }
  private static let endings = [
    "ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "تر", "ترین",
  ].map { Array($0.utf8) }

  /// Joins two words, with only spaces between them, if one is a particle of the other.
  ///
  /// - Returns: the joined word, cut to ``SearchWord/scalarLimit``, or `nil` for two real words.
  static func join(_ first: SearchWord, _ second: SearchWord) -> SearchWord? {
    guard first.kind == .arabic, second.kind == .arabic,
      isOne(first, of: prefixes) || isOne(second, of: endings)
    else { return nil }
    let scalars = (first.text + second.text).unicodeScalars.prefix(SearchWord.scalarLimit)
    return SearchWord(text: String(scalars), kind: .arabic)
  }

  /// Compares bytes, as comparing strings outside ASCII is ten times slower.
  private static func isOne(_ word: SearchWord, of particles: [[UInt8]]) -> Bool {
    let utf8 = word.text.utf8
    return particles.contains { $0.count == utf8.count && utf8.elementsEqual($0) }
  }
}
