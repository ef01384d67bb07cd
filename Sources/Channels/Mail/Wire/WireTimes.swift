/// How a connection came about.
package struct WireTimes: Sendable, Hashable {
  /// The address that was connected to; empty if that did not happen.
  package var address: String

  /// How long each step took that was reached: of `resolve`, `connect` and `secure`.
  package var durations: [MailStep: Duration]
}
