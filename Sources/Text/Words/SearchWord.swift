/// A piece of text by which it is found: a word, a number, or two letters of a script that is
/// written without spaces.
///
/// Its text begins with a letter or digit and holds nothing but letters, digits and marks, at most
/// ``scalarLimit`` scalars; so it needs no escaping inside a database's search syntax.
package struct SearchWord: Sendable, Hashable {
  /// How a word is written, which decides how it is stemmed.
  package enum Kind: Sendable, Hashable {
    case latin
    case greek
    case cyrillic
    case arabic
    /// One or two letters of a script without spaces; never stemmed.
    case piece
    /// Digits, mixed scripts, and scripts without a stemmer.
    case unstemmed
  }

  /// The most Unicode scalars in a word; the rest of a longer one is ignored.
  package static let scalarLimit = 64

  /// The word as normalised, before stemming.
  package let text: String

  /// The script of all its letters, as far as there is a stemmer for it.
  package let kind: Kind

  /// In the last two-letter piece of a run, its second letter, else `nil`.
  ///
  /// Documents list it too, so that each letter of the run begins some listed piece.
  let closingLetter: String?

  init(text: String, kind: Kind, closingLetter: String? = nil) {
    self.text = text
    self.kind = kind
    self.closingLetter = closingLetter
  }

  /// Cuts text into words in the order of the text, at most `limit` of them.
  ///
  /// - Letters and digits that touch are one word, so addresses, URLs and order numbers fall into
  ///   their parts at punctuation, in documents and queries alike.
  /// - Apostrophes inside words join (`don't` is `dont`), except after a French elision
  ///   (`l'eau` is `l` and `eau`).
  /// - Han, kana, Thai, Lao, Khmer and Myanmar become overlapping pieces of two letters with
  ///   their marks; a letter alone is one piece.
  /// - Arabic script is parted from digits and other scripts; Persian prefixes and endings that
  ///   stand apart join their word, so `می خواهم` is the word `میخواهم`.
  package static func cut(_ text: NormalisedText, limit: Int = 4_000) -> [SearchWord] {
    var cutter = WordCutter(limit: limit)
    return cutter.cut(text.scalars)
  }
}
