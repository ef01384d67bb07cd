import Text

/// What can be told of a reply only beside the message it answers.
struct ReplyTraits {
  /// Inputs for the model: shared words, the name, length, form of the whole.
  let values: [Float]

  static let count = 6

  init(reply: TokenisedText, customer: TokenisedText, name: String?) {
    let said = Self.contentWords(customer)
    let answered = Self.contentWords(reply)
    let shared = said.intersection(answered).count
    let names = Self.words(TokenisedText(name ?? ""), longerThan: 1)
    let isNamed = !names.isDisjoint(with: Self.words(reply, longerThan: 1))
    values = [
      min(Float(shared), 6) / 3,
      said.isEmpty ? 0 : Float(shared) / Float(said.count),
      isNamed ? 1 : 0,
      min(Float(reply.tokens.count), 120) / 60,
      reply.tokens.contains { $0.kind == .number } ? 1 : 0,
      min(Float(reply.tokens.count { $0.endsSentence(in: reply) }), 8) / 4,
    ]
  }

  /// Words long enough to mean something, cut to their beginnings so that endings do not matter.
  private static func contentWords(_ text: TokenisedText) -> Set<ArraySlice<UInt32>> {
    words(text, longerThan: 3)
  }

  private static func words(
    _ text: TokenisedText,
    longerThan length: Int
  ) -> Set<ArraySlice<UInt32>> {
    var words: Set<ArraySlice<UInt32>> = []
    for token in text.tokens where token.isWord && token.folded.count > length {
      words.insert(text.scalars[token.folded].prefix(5))
    }
    return words
  }
}
