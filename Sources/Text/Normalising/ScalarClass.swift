/// What a folded scalar means for cutting text into words.
enum ScalarClass: Sendable {
  /// Stands between words: punctuation, symbols, emoji, unassigned.
  case separator
  /// The space, which every kind of white space becomes.
  case blank
  case apostrophe
  /// A combining mark that its script cannot be read without.
  case mark
  /// U+0306, which turns и into й and is an accent everywhere else.
  case breve
  /// One of `0` to `9`.
  case digit
  case latin
  case greek
  case cyrillic
  case arabic
  /// A letter of a script written without spaces between words.
  case spaceless
  /// A letter of any other script; its words are not stemmed.
  case otherLetter

  /// Classifies a scalar that has already been folded.
  init(_ folded: Unicode.Scalar) {
    switch folded.value {
    case 0x20: self = .blank
    case 0x27: self = .apostrophe
    case 0x30...0x39: self = .digit
    case 0x306: self = .breve
    case 0x3007, 0x3021...0x3029: self = .spaceless  // Han numerals, "letter numbers" to Unicode
    default: self = Self.ofCategory(folded)
    }
  }

  private static func ofCategory(_ scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      ofLetter(scalar.value)
    default: .separator
    }
  }

  /// The script by Unicode block, as the standard library does not tell scripts.
  private static func ofLetter(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x00...0x2AF, 0x1D00...0x1DBF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF,
      0xAB30...0xAB6F:
      .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: .cyrillic
    case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF: .arabic
    case 0xE00...0xEFF,  // Thai, Lao
      0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F,  // Myanmar
      0x1780...0x17FF,  // Khmer
      0x2E80...0x2FDF, 0x3005...0x3006, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF,  // Han
      0x3040...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x1AFF0...0x1B16F:  // kana, Bopomofo
      .spaceless
    default: .otherLetter
    }
  }
}
