/// The words of a text in UTF-8, parted by ASCII's white space, one after the other.
///
/// Which of them can match at all is told without normalising them: a stem begins as its word
/// does, so a word of ASCII letters none of whose parts begins like a wanted one is none.
struct SnippetWords: Sequence, IteratorProtocol {
  struct Word {
    let range: Range<Int>
    /// How many Unicode scalars it has.
    let scalars: Int
    /// Whether it is worth a closer look.
    let isCandidate: Bool
  }

  private let bytes: [UInt8]
  private let initials: Set<UInt8>
  private var place = 0

  /// Cuts the text; `initials` are the first bytes of the normalised words that are wanted.
  init(_ bytes: [UInt8], initials: Set<UInt8>) {
    self.bytes = bytes
    self.initials = initials
  }

  mutating func next() -> Word? {
    while place < bytes.count, bytes[place].isSpace { place += 1 }
    guard place < bytes.count else { return nil }
    let start = place
    var scalars = 0
    var isCandidate = false
    var isInside = false
    while place < bytes.count, !bytes[place].isSpace {
      let byte = bytes[place]
      if byte >= 0x80 || (!isInside && initials.contains(byte.lowercasedASCII)) {
        isCandidate = true
      }
      isInside = byte.isLetterOrDigit
      if byte & 0xC0 != 0x80 { scalars += 1 }
      place += 1
    }
    return Word(range: start..<place, scalars: scalars, isCandidate: isCandidate)
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  fileprivate var lowercasedASCII: UInt8 { isCapital ? self + 32 : self }

  /// Of ASCII alone: all others make a word a candidate by themselves.
  fileprivate var isLetterOrDigit: Bool {
    isCapital || (0x61...0x7A).contains(self) || (0x30...0x39).contains(self)
  }

  private var isCapital: Bool { (0x41...0x5A).contains(self) }
}
