/// A word, a number, a run of signs or an emoji of a text, with the place where it stood.
package struct Token: Sendable, Hashable {
  /// What a token is made of; words go by their script.
  package enum Kind: UInt8, Sendable {
    case latin
    case greek
    case cyrillic
    case arabic
    /// A run of letters of a script written without spaces between words.
    case spaceless
    case otherScript
    /// Begins with a digit and holds no letter of Arabic script.
    case number
    /// Punctuation and symbols that touch, as written (`?!`, `:-(`), at most
    /// ``TokenisedText/signLimit``.
    case sign
    case emoji
    /// One or more ends of lines.
    case lineBreak
  }

  package let kind: Kind

  /// Where it stood, in Unicode scalars of the text as given.
  package let source: Range<Int>

  /// Where its folded scalars are in ``TokenisedText/scalars``.
  package let folded: Range<Int>

  /// Has at least two letters, and only capitals.
  package let isCapitals: Bool

  /// A letter was written three times or more in a row, as in `sooo`; its folding has it once.
  package let isElongated: Bool

  /// White space stands before it, or nothing.
  package let isAfterSpace: Bool

  /// Is a word in some script, numbers not counted.
  package var isWord: Bool { kind.rawValue <= Kind.otherScript.rawValue }
}
