/// One trait of a text, by its hash, with the tokens that show it.
struct Feature: Sendable {
  /// Every table finds its row from it, however many rows it has.
  let hash: UInt32
  /// The index of the first token.
  let token: UInt16
  /// How many tokens from there on; 0 for a trait of the whole text.
  let tokenCount: UInt16
}
