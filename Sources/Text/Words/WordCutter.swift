/// Cuts folded scalars into words in one pass.
struct WordCutter {
  private let limit: Int
  private var words: [SearchWord] = []
  private var word = OpenWord()
  private var run = SpacelessRun()
  /// An apostrophe was read inside ``word``; what follows decides about it.
  private var isAfterApostrophe = false
  /// Nothing but spaces was read since the last word.
  private var isAfterBlanks = false

  init(limit: Int) { self.limit = limit }

  mutating func cut(_ scalars: [FoldedScalar]) -> [SearchWord] {
    for scalar in scalars {
      take(scalar)
      guard words.count < limit else { break }
    }
    finish()
    return words.count > limit ? Array(words.prefix(max(limit, 0))) : words
  }

  private mutating func take(_ next: FoldedScalar) {
    switch next.scalarClass {
    case .blank:
      finish()
    case .separator, .breve:
      finish()
      isAfterBlanks = false
    case .apostrophe:
      takeApostrophe()
    case .mark:
      takeMark(next)
    case .spaceless:
      finishWord()
      if let piece = run.begin(next) { words.append(piece) }
    case .digit, .latin, .greek, .cyrillic, .arabic, .otherLetter:
      takeLetter(next)
    }
  }

  private mutating func takeLetter(_ next: FoldedScalar) {
    finishRun()
    let isParted = word.isParted(from: next.scalarClass)
    if isParted || (isAfterApostrophe && word.isElision) { finishWord() }
    isAfterApostrophe = false
    word.append(next)
  }

  private mutating func takeMark(_ mark: FoldedScalar) {
    if run.isOpen {
      run.append(mark)
    } else if !word.isEmpty {
      word.append(mark)
    }
  }

  private mutating func takeApostrophe() {
    guard !word.isEmpty, !isAfterApostrophe else {
      finish()
      isAfterBlanks = false
      return
    }
    isAfterApostrophe = true
  }

  private mutating func finish() {
    finishRun()
    finishWord()
  }

  private mutating func finishRun() {
    guard run.isOpen else { return }
    words.append(run.end())
    isAfterBlanks = true
  }

  private mutating func finishWord() {
    isAfterApostrophe = false
    guard let finished = word.close() else { return }
    if isAfterBlanks, let last = words.last, let joined = PersianParticle.join(last, finished) {
      words[words.count - 1] = joined
    } else {
      words.append(finished)
    }
    isAfterBlanks = true
  }
}
