/// What a good answer to a complaint does.
package enum ReplyStep: String, Sendable, CaseIterable {
  /// Shows that this very problem was understood, in words of its own.
  case hear
  /// Acknowledges the feeling.
  case empathise
  /// A real apology.
  case apologise
  /// A concrete action done, or a next step with a time or an owner.
  case resolve
  /// Says the cause, or what will prevent it.
  case diagnose
}
