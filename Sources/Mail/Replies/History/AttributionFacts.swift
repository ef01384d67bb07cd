/// What the words of up to five lines say about being the line above a quotation.
struct AttributionFacts: Sendable {
  /// Opens as such lines do: "On", "Le", "Am".
  private(set) var hasOpener = false
  /// Position of the first word with a digit.
  private(set) var firstNumber: Int?
  private(set) var hasDate = false
  private(set) var hasVerb = false
  private(set) var endsWithVerb = false
  private(set) var endsWithColon = false
  private(set) var hasAddress = false
  private(set) var hasBracketedAddress = false
  private(set) var wordCount = 0

  init() {}

  init(_ words: LineWords, content: ArraySlice<UInt8>) {
    hasOpener = QuoteOpeners.words.opening(words.words[...]) > 0
    firstNumber = words.words.firstIndex { $0.utf8.contains(where: Self.isDigit) }
    hasDate = firstNumber != nil && DateScan.hasDate(words.text)
    hasVerb = words.words.contains(where: Self.isVerb)
    endsWithVerb = words.words.last.map(Self.isVerb) ?? false
    endsWithColon = words.endsWithColon
    hasAddress = AddressScan.hasAddress(content)
    hasBracketedAddress = hasAddress && AddressScan.hasBracket(content)
    wordCount = words.words.count
  }

  /// The facts of these lines and of one more below them.
  func joined(_ next: AttributionFacts) -> AttributionFacts {
    var joined = self
    joined.firstNumber = firstNumber ?? next.firstNumber.map { $0 + wordCount }
    joined.hasDate = hasDate || next.hasDate
    joined.hasVerb = hasVerb || next.hasVerb
    joined.endsWithVerb = next.wordCount == 0 ? endsWithVerb : next.endsWithVerb
    joined.endsWithColon = next.endsWithColon
    joined.hasAddress = hasAddress || next.hasAddress
    joined.hasBracketedAddress = hasBracketedAddress || next.hasBracketedAddress
    joined.wordCount += next.wordCount
    return joined
  }

  /// Whether the words begin like an attribution, so that further lines may belong to it.
  var begins: Bool {
    guard let firstNumber else { return hasBracketedAddress }
    return firstNumber < (hasOpener ? 7 : 4) || hasBracketedAddress
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isVerb(_ word: String) -> Bool {
    if WritingVerbs.words.contains(word) { return true }
    guard let last = word.utf8.last, last >= 0x80 else { return false }
    return WritingVerbs.endings.ends(word)
  }
}
