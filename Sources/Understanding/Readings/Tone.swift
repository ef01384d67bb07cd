/// How an agent's reply sounds.
package enum Tone: String, Sendable, CaseIterable {
  case warm
  /// Correct and polite.
  case neutral
  /// Curt, bureaucratic, dismissive.
  case cold
  /// Insulting, blaming, mocking.
  case rude
}
