/// Cuts a text into tokens in one pass.
struct Tokeniser {
  private(set) var scalars: [UInt32] = []
  private(set) var tokens: [Token] = []
  private var open = OpenToken()
  /// How many scalars of the source were read.
  private var position = 0
  private var isAfterSpace = true
  /// An apostrophe stood behind the open word, which may turn out to go on.
  private var isAfterApostrophe = false

  init(capacity: Int) {
    scalars.reserveCapacity(capacity)
    tokens.reserveCapacity(capacity / 4 + 4)
  }

  mutating func cut(_ text: String, scalarLimit: Int) {
    let table = FoldingTable.shared
    for scalar in text.unicodeScalars {
      guard position < scalarLimit else { break }
      if let one = table.one(for: scalar) {
        take(one, from: scalar)
      } else {
        takeUnusual(scalar, table)
      }
      position += 1
    }
    close()
  }

  private mutating func takeUnusual(_ scalar: Unicode.Scalar, _ table: FoldingTable) {
    if scalar.isPictograph { return takeEmoji(scalar) }
    for folded in table.all(for: scalar) { take(folded, from: scalar) }
  }

  @inline(__always)
  private mutating func take(_ folded: FoldedScalar, from scalar: Unicode.Scalar) {
    switch folded.scalarClass {
    case .latin: takeLetter(folded, .latin, scalar)
    case .greek: takeLetter(folded, .greek, scalar)
    case .cyrillic: takeLetter(folded, .cyrillic, scalar)
    case .arabic: takeLetter(folded, .arabic, scalar)
    case .spaceless: takeLetter(folded, .spaceless, scalar)
    case .otherLetter: takeLetter(folded, .otherScript, scalar)
    case .digit: takeLetter(folded, .number, scalar)
    case .mark: if open.isWord { append(folded) }
    case .breve: applyBreve()
    case .blank: takeBlank(scalar)
    case .apostrophe: takeApostrophe(folded)
    case .separator: scalar.isPictograph ? takeEmoji(scalar) : takeSign(folded)
    }
  }

  private mutating func takeLetter(
    _ folded: FoldedScalar,
    _ kind: Token.Kind,
    _ scalar: Unicode.Scalar
  ) {
    isAfterApostrophe = false
    if !open.accepts(kind) {
      close()
      begin(kind, at: position)
    }
    open.letterCount += kind == .number ? 0 : 1
    open.capitalCount += scalar.isCapital ? 1 : 0
    append(folded)
  }

  /// Appends a scalar to the open word; of three equal ones in a row only one is left.
  @inline(__always)
  private mutating func append(_ folded: FoldedScalar) {
    open.end = position + 1
    let value = folded.scalar.value
    let length = scalars.count - open.foldedStart
    guard length < SearchWord.scalarLimit else { return }
    if open.kind != .number, length > 0, scalars[scalars.count - 1] == value {
      if open.repeated == value {
        open.isElongated = true
        return
      }
      if length > 1, scalars[scalars.count - 2] == value {
        scalars.removeLast()
        open.repeated = value
        open.isElongated = true
        return
      }
    } else {
      open.repeated = 0
    }
    scalars.append(value)
  }

  private mutating func applyBreve() {
    guard open.isWord, scalars.last == 0x438 else { return }  // и becomes й
    scalars[scalars.count - 1] = 0x439
    open.end = position + 1
  }

  private mutating func takeBlank(_ scalar: Unicode.Scalar) {
    close()
    isAfterSpace = true
    guard scalar == "\n" || scalar == "\r" || scalar.value == 0x2029 else { return }
    if tokens.last?.kind == .lineBreak { return }
    begin(.lineBreak, at: position)
    open.end = position + 1
    close()
    isAfterSpace = true
  }

  /// Waits for what follows: a letter makes it part of the word.
  private mutating func takeApostrophe(_ folded: FoldedScalar) {
    if open.isWord, !isAfterApostrophe {
      isAfterApostrophe = true
    } else {
      takeSign(folded)
    }
  }

  private mutating func takeSign(_ folded: FoldedScalar) {
    if open.kind != .sign {
      close()
      begin(.sign, at: position)
    }
    open.end = position + 1
    guard scalars.count - open.foldedStart < TokenisedText.signLimit else { return }
    scalars.append(folded.scalar.value)
  }

  private mutating func takeEmoji(_ scalar: Unicode.Scalar) {
    if scalar.isSkinTone { return }
    close()
    begin(.emoji, at: position)
    open.end = position + 1
    scalars.append(scalar.value)
    close()
  }

  private mutating func begin(_ kind: Token.Kind, at start: Int) {
    open = OpenToken(kind: kind, start: start, foldedStart: scalars.count)
    open.isAfterSpace = isAfterSpace
    isAfterSpace = false
  }

  private mutating func close() {
    isAfterApostrophe = false
    guard let token = open.finished(foldedEnd: scalars.count) else { return }
    open = OpenToken()
    if let joined = PersianJoin.join(tokens.last, token, scalars) {
      tokens[tokens.count - 1] = joined
    } else {
      tokens.append(token)
    }
  }
}
