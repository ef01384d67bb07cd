/// What a person typed into a search field: the terms that a document must all match.
///
/// Quotation marks and operators mean nothing; the words between them are terms. No words, no
/// terms: what that finds is up to the caller.
package struct SearchQuery: Sendable, Hashable {
  /// Matches a document that lists the ``stem``, or a token that begins with the ``prefix``.
  ///
  /// Both hold only letters, digits and marks, and are never empty.
  package struct Term: Sendable, Hashable {
    /// The token that a document with any inflection of the word lists.
    package let stem: String

    /// The beginning of a word: of the last one, which may still be being typed, if it has two
    /// scalars, and of every single letter of a script without spaces; else `nil`.
    package let prefix: String?
  }

  /// The most terms; words after them are ignored.
  package static let termLimit = 16

  /// How much is read of what was typed, in Unicode scalars.
  package static let scalarLimit = 2_000

  /// In the order typed, each stem once, at most ``termLimit``.
  package let terms: [Term]

  /// Reads what was typed, whatever it is.
  package init(_ text: String) {
    let words = SearchWord.cut(NormalisedText(text, scalarLimit: Self.scalarLimit))
    var terms: [Term] = []
    for (index, word) in words.enumerated() where terms.count < Self.termLimit {
      let term = Term(word, isLast: index == words.count - 1)
      if !terms.contains(where: { $0.stem == term.stem }) { terms.append(term) }
    }
    self.terms = terms
  }
}

extension SearchQuery.Term {
  fileprivate init(_ word: SearchWord, isLast: Bool) {
    let isLong = word.text.unicodeScalars.dropFirst().first != nil
    stem = word.stem
    prefix = (isLong ? isLast : word.kind == .piece) ? word.text : nil
  }
}
