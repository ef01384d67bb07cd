/// What one node tells the others.
struct PostgresHint: Equatable {
  /// Differs between engines, so that nobody heeds its own hints.
  let sender: UInt64
  let signals: Signals

  init(sender: UInt64, signals: Signals) {
    self.sender = sender
    self.signals = signals
  }

  /// Reads what ``payload`` wrote; `nil` for anything else that is told on the channel.
  init?(payload: String) {
    let parts = payload.split(separator: " ")
    guard parts.count == 2, let sender = UInt64(parts[0]), let raw = UInt8(parts[1]) else {
      return nil
    }
    self.init(sender: sender, signals: Signals(rawValue: raw))
  }

  /// Digits and a space alone.
  var payload: String { "\(sender) \(signals.rawValue)" }
}
