import Text

/// A phrase of a lexicon's source with its placeholders.
struct PhrasePattern {
  enum Step {
    case gap
    case word(Token, isPrefix: Bool)
  }

  let steps: [Step]
  private let text: TokenisedText

  init(_ phrase: String) {
    text = TokenisedText(phrase)
    var steps: [Step] = []
    for token in text.tokens {
      let sign = token.kind == .sign ? text.string(token) : ""
      if sign == "*", !token.isAfterSpace, case .word(let word, _) = steps.last {
        steps[steps.count - 1] = .word(word, isPrefix: true)
      } else if sign == "~" {
        steps.append(.gap)
      } else if token.kind != .lineBreak {
        steps.append(.word(token, isPrefix: false))
      }
    }
    self.steps = steps
  }

  /// The phrase without its placeholders.
  var plainText: String {
    let words = steps.compactMap { step in
      if case .word(let token, _) = step { text.string(token) } else { nil }
    }
    return words.joined(separator: " ")
  }

  /// The keys of its words, 0 for a gap, in each spelling in which it may be met.
  var spellings: [[UInt32]] {
    var forms = WordForms()
    forms.read(text, as: .asWritten)
    let plain = keys { token in forms.hashes[text.tokens.firstIndex(of: token) ?? 0] }
    guard steps.contains(where: { $0.isArabic }) else { return [plain] }
    var scratch: [UInt32] = []
    let sound = keys { WordForms.persianSoundHash(text.scalars[$0.folded], &scratch) }
    return isDistinctBySound ? [plain, sound] : [plain]
  }

  /// Words of one or two consonants sound like too many others.
  private var isDistinctBySound: Bool {
    var consonants: [UInt32] = []
    for case .word(let token, _) in steps {
      PersianSound.append(persian: text.scalars[token.folded], to: &consonants)
    }
    return consonants.count >= 3
  }

  private func keys(_ hash: (Token) -> UInt32) -> [UInt32] {
    steps.map { step in
      switch step {
      case .gap: 0
      case .word(let token, let isPrefix): Lexicon.key(hash(token), isPrefix: isPrefix)
      }
    }
  }
}

extension PhrasePattern.Step {
  fileprivate var isArabic: Bool {
    if case .word(let token, _) = self { token.kind == .arabic } else { false }
  }
}
