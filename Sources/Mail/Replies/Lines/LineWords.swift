import Text

/// The words of a line, spelled as the phrase tables spell theirs.
///
/// Normalised as search does it (lower case, no accents, ASCII digits, no direction marks), cut
/// at everything that is neither letter, digit nor apostrophe.
struct LineWords: Sendable {
  /// At most ``wordLimit`` words in their order.
  private(set) var words: [String] = []
  /// Whether the line closes with a colon, leaving dashes, stars, quotes and brackets aside.
  private(set) var endsWithColon = false
  /// The words before the first colon, `nil` without one.
  private(set) var wordsBeforeColon: Int?

  /// More words than any phrase or header has.
  static let wordLimit = 64

  init() {}

  /// Reads a stretch of UTF-8.
  init(_ bytes: ArraySlice<UInt8>) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads a text.
  init(_ text: String) {
    var word = ""
    for scalar in NormalisedText(text).string.unicodeScalars {
      if Self.isWordScalar(scalar) {
        word.unicodeScalars.append(scalar)
        endsWithColon = false
      } else {
        take(&word)
        pass(scalar)
      }
    }
    take(&word)
  }

  /// The words with one space between them, the form of a phrase.
  var phrase: String { words.joined(separator: " ") }

  private mutating func take(_ word: inout String) {
    let bare = word.drop { $0 == "'" }
    if !bare.isEmpty, words.count < Self.wordLimit { words.append(String(bare)) }
    word = ""
  }

  private mutating func pass(_ scalar: Unicode.Scalar) {
    switch scalar {
    case ":", "\u{2236}", "\u{589}":
      endsWithColon = true
      if wordsBeforeColon == nil { wordsBeforeColon = words.count }
    case " ", "-", "*", "_", "\u{2010}"..."\u{2015}", "\"", "”", "“", "»", ">": break
    default: endsWithColon = false
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0x27: true
    case 0..<0xC0, 0xD7, 0xF7, 0x55A...0x55F, 0x589...0x58A, 0x5BE, 0x60C, 0x61B, 0x61F, 0x6D4:
      false
    case 0x964...0x965, 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x301F, 0x30FB: false
    case 0xFE10...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFF0...0xFFFF: false
    case 0x1F000...0x1FBFF, 0xE0000...0x10FFFF: false
    default: true
    }
  }
}
