/// A run of letters without spaces that is being read, in overlapping pieces of two letters.
///
/// A letter includes the marks that follow it; one that is not there is empty.
struct SpacelessRun {
  private var previous = ""
  private var current = ""

  var isOpen: Bool { !current.isEmpty }

  /// Begins the next letter.
  ///
  /// - Returns: the piece made of the two letters before, if there are two.
  mutating func begin(_ letter: FoldedScalar) -> SearchWord? {
    let piece = previous.isEmpty ? nil : SearchWord(text: previous + current, kind: .piece)
    previous = current
    current = String(letter.scalar)
    return piece
  }

  /// Adds a mark to the letter begun last.
  mutating func append(_ mark: FoldedScalar) { current.unicodeScalars.append(mark.scalar) }

  /// Ends the run, which must be open.
  ///
  /// - Returns: its last piece; a letter alone if the run has only one.
  mutating func end() -> SearchWord {
    defer {
      previous = ""
      current = ""
    }
    guard !previous.isEmpty else { return SearchWord(text: current, kind: .piece) }
    return SearchWord(text: previous + current, kind: .piece, closingLetter: current)
  }
}
