/// One trait of a text, by its hash, with the tokens that show it.
struct Feature: Sendable {
  /// Whichever table it is looked up in takes as many of the low bits as it needs.
  let hash: UInt32
  /// The index of the first token.
  let token: UInt16
  /// How many tokens from there on; 0 for a trait of the whole text.
  let tokenCount: UInt16
}
