/// A text cut into tokens for reading, folded as for search but with everything in its place.
///
/// Case, accents and letter variants are folded as in ``NormalisedText``. Letters repeated for
/// emphasis are there once, Persian particles that stand apart join their word, apostrophes inside
/// words vanish. One pass; the time is linear in the part that is read.
package struct TokenisedText: Sendable {
  /// How much of a text is read, in Unicode scalars: what lies beyond carries no more feeling.
  package static let scalarLimit = 8_000

  /// The longest run of signs that is kept as one token.
  package static let signLimit = 4

  /// The folded scalars of all tokens, one token after another.
  package let scalars: [UInt32]

  /// The tokens in the order of the text.
  package let tokens: [Token]

  /// Cuts the first ``scalarLimit`` scalars of `text`, whatever it is.
  package init(_ text: String, scalarLimit: Int = Self.scalarLimit) {
    var tokeniser = Tokeniser(capacity: min(text.utf8.count, scalarLimit))
    tokeniser.cut(text, scalarLimit: scalarLimit)
    scalars = tokeniser.scalars
    tokens = tokeniser.tokens
  }

  /// The folded text of one of ``tokens``.
  package func string(_ token: Token) -> String {
    var utf8: [UInt8] = []
    for value in scalars[token.folded] {
      if let scalar = Unicode.Scalar(value) { utf8.append(scalar) }
    }
    return String(decoding: utf8, as: UTF8.self)
  }
}
