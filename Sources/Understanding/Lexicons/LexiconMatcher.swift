import Text

/// Finds a lexicon's phrases in a text in one pass.
struct LexiconMatcher {
  /// A phrase found.
  struct Hit {
    let concept: UInt16
    let token: Int
    let tokenEnd: Int
    var isNegated = false
  }

  /// A phrase begun.
  private struct Thread {
    let state: UInt32
    let token: Int
    let gap: Int
  }

  /// More phrases at once are not followed; no natural text comes near it.
  private static let threadLimit = 48
  private static let hitLimit = 2_000
  private static let gapWords = 2

  private(set) var hits: [Hit] = []
  private var threads: [Thread] = []
  private var next: [Thread] = []
  private var found: [UInt32] = []

  mutating func match(_ text: TokenisedText, _ forms: WordForms, _ lexicon: Lexicon) {
    hits.removeAll(keepingCapacity: true)
    threads.removeAll(keepingCapacity: true)
    for (index, token) in text.tokens.enumerated() {
      findElements(index, token, forms, lexicon)
      if found.isEmpty, token.kind == .sign || token.kind == .lineBreak {
        if token.endsClause(in: text) { threads.removeAll(keepingCapacity: true) }
        continue
      }
      advance(over: index, lexicon)
    }
  }

  mutating func negate(_ index: Int) { hits[index].isNegated = true }

  /// The numbers of all words and beginnings of words in the lexicon that fit a token.
  private mutating func findElements(
    _ index: Int,
    _ token: Token,
    _ forms: WordForms,
    _ lexicon: Lexicon
  ) {
    found.removeAll(keepingCapacity: true)
    let whole = lexicon.elements.value(Lexicon.key(forms.hashes[index], isPrefix: false))
    if whole != 0 { found.append(whole) }
    guard token.isWord else { return }
    var hash = FeatureHash(seed: forms.seeds[index])
    var length = 0
    for place in forms.ranges[index] {
      hash.add(UInt64(forms.scalars[place]))
      length += 1
      guard length >= 2 else { continue }
      let part = lexicon.elements.value(Lexicon.key(hash.value, isPrefix: true))
      if part != 0 { found.append(part) }
    }
  }

  private mutating func advance(over index: Int, _ lexicon: Lexicon) {
    next.removeAll(keepingCapacity: true)
    for element in found {
      step(Thread(state: 0, token: index, gap: 0), element, index, lexicon)
    }
    for thread in threads {
      for element in found { step(thread, element, index, lexicon) }
      if thread.gap > 0, next.count < Self.threadLimit {
        next.append(Thread(state: thread.state, token: thread.token, gap: thread.gap - 1))
      }
    }
    swap(&threads, &next)
  }

  private mutating func step(
    _ thread: Thread,
    _ element: UInt32,
    _ index: Int,
    _ lexicon: Lexicon
  ) {
    let state = lexicon.transitions.value(Lexicon.key(state: thread.state, element: element))
    guard state != 0, next.count < Self.threadLimit else { return }
    next.append(Thread(state: state, token: thread.token, gap: 0))
    let known = lexicon.states[Int(state)]
    if known.afterGap != 0 {
      next.append(Thread(state: known.afterGap, token: thread.token, gap: Self.gapWords))
    }
    if known.firstEnding != 0 { report(known.firstEnding, thread.token, index + 1, lexicon) }
  }

  private mutating func report(_ first: UInt32, _ start: Int, _ end: Int, _ lexicon: Lexicon) {
    var place = Int(first) - 1
    while hits.count < Self.hitLimit, lexicon.endings[place] != Lexicon.endMark {
      let concept = UInt16(truncatingIfNeeded: lexicon.endings[place])
      hits.append(Hit(concept: concept, token: start, tokenEnd: end))
      place += 1
    }
  }
}
