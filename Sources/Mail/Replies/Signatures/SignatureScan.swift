/// Finds where the signature begins in a stretch of lines that quotes nothing.
struct SignatureScan {
  private let source: ReplySource
  private let lines: Range<Int>
  private let fences: CodeFences
  private let mark: SignatureMark
  private let card: CardOpening

  private static let cardLineLimit = 25

  /// - Parameters:
  ///   - source: The whole text.
  ///   - lines: The stretch, between quotations or ends.
  ///   - fences: Where the text shows code, in which nothing is a signature.
  ///   - hasReplyAbove: Whether a stretch before this one holds words of the sender.
  init(_ source: ReplySource, lines: Range<Int>, fences: CodeFences, hasReplyAbove: Bool) {
    self.source = source
    self.lines = lines
    self.fences = fences
    mark = SignatureMark(source, lines: lines, hasReplyAbove: hasReplyAbove)
    card = CardOpening(source, lines: lines, hasReplyAbove: hasReplyAbove)
  }

  /// The signature's first line, `nil` without a signature.
  var start: Int? {
    let worded = lines.filter { !source.lines[$0].isBlank }
    guard let first = worded.first else { return nil }
    let marked = worded.first { !fences.contains($0) && mark.isMark($0) }
    let tail = tail(above: marked ?? lines.upperBound, worded)
    let opening = tail.first { card.opens($0, isFirst: $0.line == first) }
    return opening?.line ?? marked.map(mark.start(of:))
  }

  /// The lines above `end` that hold no prose, up to the size of a card, in order.
  private func tail(above end: Int, _ worded: [Int]) -> [CardTail] {
    var tail: [CardTail] = []
    var sums = CardTail(line: end)
    for index in worded.reversed() where index < end {
      let card = CardLine(source, index)
      sums = CardTail(
        line: index,
        wordedCount: sums.wordedCount + 1,
        contactCount: sums.contactCount + (card.isContact ? 1 : 0)
      )
      guard !card.isProse, !fences.contains(index), sums.wordedCount <= Self.cardLineLimit else {
        break
      }
      tail.append(sums)
    }
    return tail.reversed()
  }
}
