/// What a document's words must hold, in the form that both engines take.
package struct SearchMatch: Sendable, Equatable {
  /// One wanted word.
  package struct Term: Sendable, Equatable {
    /// The stemmed word: letters, digits and marks only, so it needs no escaping.
    package let word: String
    /// Words that begin so match too; `nil` for the exact word alone.
    package let prefix: String?

    package init(word: String, prefix: String?) {
      self.word = word
      self.prefix = prefix
    }
  }

  /// All of them must occur; never empty.
  package let terms: [Term]

  /// Whether the index holds other accounts' documents too, which are to be passed over.
  package let isAmongOthers: Bool

  package init(terms: [Term], isAmongOthers: Bool = true) {
    self.terms = terms
    self.isAmongOthers = isAmongOthers
  }
}
