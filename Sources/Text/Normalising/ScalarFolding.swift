import Foundation

/// The rules by which single scalars are folded; ``FoldingTable`` keeps their results.
///
/// The base is Unicode's compatibility decomposition (UAX #15, NFKD) and lower case. Whatever
/// depends on neighbours is the business of ``NormalisedText``.
enum ScalarFolding {
  /// Folds one scalar, slowly.
  ///
  /// - Returns: any number of scalars; none means that the scalar is dropped.
  static func fold(_ scalar: Unicode.Scalar) -> [FoldedScalar] {
    let isUnassigned = scalar.properties.generalCategory == .unassigned
    if foldsToItself(scalar.value) || isUnassigned && !scalar.properties.isDefaultIgnorableCodePoint
    {
      return [FoldedScalar(scalar)]
    }
    return (replacement(for: scalar) ?? decomposedLowercase(scalar)).map(FoldedScalar.init)
  }

  /// Ranges without case and decomposition, or whose decomposition (Hangul) is not wanted.
  private static func foldsToItself(_ value: UInt32) -> Bool {
    switch value {
    case 0x3400...0xA48F, 0xAC00...0xD7A3, 0xE000...0xF8FF, 0x1F300...0x1FAFF, 0x20000...0x2F7FF:
      true
    default: false
    }
  }

  private static func decomposedLowercase(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let decomposed = String(scalar).decomposedStringWithCompatibilityMapping
    let lowercase = decomposed.unicodeScalars.reduce(into: "") {
      $0 += $1.properties.lowercaseMapping
    }
    let folded =
      lowercase == decomposed ? lowercase : lowercase.decomposedStringWithCompatibilityMapping
    return folded.unicodeScalars.flatMap { replacement(for: $0) ?? [$0] }
  }

  private static func replacement(for scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    if let replacement = replacements[scalar] { return Array(replacement.unicodeScalars) }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || isDroppedMark(scalar) { return [] }
    switch properties.generalCategory {
    case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: return [" "]
    case .format: return []
    case .decimalNumber:
      guard let digit = properties.numericValue else { return nil }
      return Array(String(Int(digit)).unicodeScalars)
    default: return nil
    }
  }

  /// Accents and vowel points that readers do without.
  ///
  /// Of Latin, Greek and Cyrillic (U+0306 is decided later, for й), Hebrew, Arabic and Syriac. The
  /// marks of other scripts are part of the spelling and stay.
  private static func isDroppedMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x306: false
    case 0x300...0x36F, 0x483...0x489, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x711,
      0x730...0x74A, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
      true
    case 0x591...0x5C7, 0x6D6...0x6ED, 0x897...0x8FF:
      ScalarClass(scalar) == .mark  // punctuation and letters live in these ranges too
    default: false
    }
  }

  /// Letters that have no decomposition but a common plain spelling, and the apostrophes.
  ///
  /// Arabic letters become the Persian ones, as both are typed on either keyboard.
  private static let replacements: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o",
    "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
    "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t", "ı": "i", "ς": "σ",
    "ي": "ی", "ى": "ی", "ك": "ک", "ڪ": "ک", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه",
    "ە": "ه", "ٱ": "ا", "ء": "", "\u{674}": "", "ـ": "",
    "’": "'", "‘": "'", "‛": "'", "´": "'", "ʼ": "'", "ʻ": "'", "׳": "'", "״": "'",
  ]
}
