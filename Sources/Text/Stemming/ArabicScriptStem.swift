/// A light stem for words in Arabic script, whose language the script does not tell.
///
/// Takes off at most one prefix and one ending: Persian verbs' `می`, Arabic's article with its
/// particles, Persian plurals, possessives and comparatives, Arabic's plural in `ات`. Sometimes it
/// cuts into a root; since queries are cut alike, that costs precision, never a hit.
enum ArabicScriptStem {
  /// The fewest scalars that are left of a word.
  static let minimumLength = 3

  // Longest first, as the first that fits is taken off.
  private static let prefixes = ["نمی", "وال", "بال", "کال", "فال", "می", "ال"].map(Affix.init)
  private static let endings = [
    "هایمان", "هایتان", "هایشان", "هایی", "هایم", "هایت", "هایش", "ترین", "های", "ها", "تر",
    "ام", "ات", "اش",
  ].map(Affix.init)

  /// Stems a normalised word.
  static func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { utf8 in
      var rest = utf8[...]
      var length = utf8.count { $0 & 0xC0 != 0x80 }
      func fits(_ affix: Affix) -> Bool { length - affix.length >= minimumLength }
      if let prefix = prefixes.first(where: { fits($0) && rest.starts(with: $0.utf8) }) {
        rest = rest.dropFirst(prefix.utf8.count)
        length -= prefix.length
      }
      if let ending = endings.first(where: { fits($0) && $0.ends(rest) }) {
        rest = rest.dropLast(ending.utf8.count)
      }
      return String(decoding: rest, as: UTF8.self)
    }
  }

  /// Bytes and not strings: comparing strings of this script is ten times slower.
  private struct Affix {
    let utf8: [UInt8]
    let length: Int

    init(_ text: String) {
      utf8 = Array(text.utf8)
      length = text.unicodeScalars.count
    }

    func ends(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      word.suffix(utf8.count).elementsEqual(utf8)
    }
  }
}
