/// What an agent's reply does and how it sounds.
package struct ReplyReading: Sendable, Hashable {
  package var language: String
  /// The steps taken, in the order of ``ReplyStep``.
  package var steps: [ReplyStep]
  /// The steps that a good answer to this customer would take besides.
  package var missing: [ReplyStep]
  package var tone: Tone
  /// From 0, casual, to 1, formal.
  package var formality: Double
  /// The same of the customer's message, if there is one.
  package var customerFormality: Double?
  package var isCliche: Bool
  package var isPersonal: Bool
  /// The calibrated probability of each step.
  package var probabilities: [ReplyStep: Double]
}
