/// A mail's words told apart from the history it quotes and the signature below them.
///
/// Nothing is dropped: the texts of `sections`, joined in order, are the text that was given, so a
/// page can show the reply and let the reader open what is folded.
package struct VisibleReply: Sendable, Equatable {
  /// What a stretch of the text is.
  package enum Kind: String, Sendable, Equatable, CaseIterable {
    /// The sender's own words.
    case reply
    /// Earlier mails, with the lines that introduce them.
    case quoted
    /// Names, cards, device marks and legal notices.
    case signature
  }

  /// Neighbouring lines of one kind.
  package struct Section: Sendable, Equatable {
    /// What these lines are.
    package let kind: Kind
    /// The lines as they were, with their line ends.
    package let text: String

    /// Holds lines as given.
    package init(kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// The whole text in its order; neighbours differ in kind, none is empty.
  package let sections: [Section]

  /// Finds what the sender wrote in a plain-text body.
  ///
  /// Takes time in proportion to the text's length.
  ///
  /// - Parameter text: A decoded body; lines may end in CR, LF or both.
  package init(of text: String) {
    sections = ReplySections.sections(of: ReplySource(text))
  }

  /// Takes sections found elsewhere, as in the lines of an HTML body.
  package init(sections: [Section]) {
    self.sections = sections
  }

  /// The sender's own words, empty where there are none.
  ///
  /// Blank edges are removed; answers between quotes follow one another after an empty line.
  package var reply: String { joined(.reply) ?? "" }

  /// The quoted history, `nil` where the mail quotes nothing.
  package var quoted: String? { joined(.quoted) }

  /// The signature, device mark and legal notice, `nil` where there are none.
  package var signature: String? { joined(.signature) }

  private func joined(_ kind: Kind) -> String? {
    let texts = sections.filter { $0.kind == kind }.map { $0.text.withoutBlankEdges }
    let worded = texts.filter { !$0.isEmpty }
    return worded.isEmpty ? nil : worded.joined(separator: "\n\n")
  }
}
