/// An HTML mail's words told apart from its history and signature, with the places to fold.
///
/// The rules for text are applied to the mail's lines as a browser would show them; what mail
/// programs say about their quotations in tags and attributes is heeded first.
package struct HTMLReply: Sendable, Equatable {
  /// Neighbouring parts of the tree that are to be folded away.
  package struct Fold: Sendable, Equatable {
    /// ``VisibleReply/Kind/quoted`` or ``VisibleReply/Kind/signature``.
    package let kind: VisibleReply.Kind
    /// From the index of the first node to behind the last descendant of the last one.
    ///
    /// The nodes at its top are siblings, neither parts of a table nor items of a list.
    package let nodes: Range<Int>
  }

  /// The mail as text; quoted lines begin with `> ` where a tag said that they are.
  package let text: VisibleReply
  /// In the order of the tree, without overlaps; a long history can take several.
  package let folds: [Fold]

  /// Finds what the sender wrote in an HTML body.
  ///
  /// Takes time in proportion to the tree.
  package init(of tree: HTMLTree) {
    let lines = HTMLLines(of: tree)
    let source = ReplySource(lines.text)
    let kinds = ReplySections(source, signed: lines.lines.map(\.isSigned)).kinds
    text = VisibleReply(sections: ReplySections.sections(of: kinds, in: source))
    folds = FoldPlaces(tree).folds(of: zip(kinds, lines.lines.map(\.nodes)))
  }
}
