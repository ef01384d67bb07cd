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
  /// The whole line in normalised spelling.
  private(set) var text = ""
  /// The words before the first colon, `nil` without one.
  private(set) var wordsBeforeColon: Int?

  /// More words than any phrase or header has.
  static let wordLimit = 64

  init() {}

  /// Reads a stretch of UTF-8.
  init(_ bytes: ArraySlice<UInt8>) {
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      self.init(String(decoding: bytes, as: UTF8.self))
      return
    }
    self.init(normalised: bytes.map { Self.ascii[Int($0)] })
  }

  /// Reads a text.
  init(_ text: String) {
    self.init(normalised: Array(NormalisedText(text).string.utf8))
  }

  private init(normalised bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
    var (at, start) = (0, 0)
    while at < bytes.count {
      let (scalar, width) = ByteScan.scalar(in: bytes, at: at)
      if !Self.isWordScalar(scalar) {
        take(bytes[start..<at])
        pass(scalar)
        start = at + width
      }
      at += width
    }
    take(bytes[start...])
  }

  /// What normalising makes of each ASCII character: always one of them.
  private static let ascii = (UInt8.min..<0x80).map { byte in
    NormalisedText(String(UnicodeScalar(byte))).string.utf8.first ?? 0x20
  }

  /// The words with one space between them, the form of a phrase.
  var phrase: String { words.joined(separator: " ") }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    endsWithColon = false
    let word = bytes.drop { $0 == UInt8(ascii: "'") }
    guard !word.isEmpty, words.count < Self.wordLimit else { return }
    words.append(String(decoding: word, as: UTF8.self))
  }

  private mutating func pass(_ scalar: UInt32) {
    switch scalar {
    case 0x3A, 0x2236, 0x589:
      endsWithColon = true
      if wordsBeforeColon == nil { wordsBeforeColon = words.count }
    case 0x20, 0x2D, 0x2A, 0x5F, 0x22, 0x3E, 0xBB, 0x2010...0x2015, 0x201C...0x201D: break
    default: endsWithColon = false
    }
  }

  private static func isWordScalar(_ scalar: UInt32) -> Bool {
    switch scalar {
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
