/// What a customer's feeling towards the company or the situation is as a whole.
package enum Polarity: String, Sendable, CaseIterable {
  case negative
  /// A plain question or information.
  case neutral
  case positive
}
