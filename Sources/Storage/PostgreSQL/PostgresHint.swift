/// What one node tells the others.
struct PostgresHint: Equatable {
  /// Differs between engines, so that nobody heeds its own hints.
  let sender: UInt64
  let content: Content

  enum Content: Equatable {
    case signals(Signals)
    case whisper(Whisper)
  }

  init(sender: UInt64, _ content: Content) {
    self.sender = sender
    self.content = content
  }

  /// Reads what ``payload`` wrote; `nil` for anything else that is told on the channel.
  init?(payload: String) {
    let parts = payload.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, let sender = UInt64(parts[0]) else { return nil }
    if parts.count == 2, let raw = UInt8(parts[1]) {
      self.init(sender: sender, .signals(Signals(rawValue: raw)))
    } else if parts.count == 3, parts[1] == "w", let whisper = Whisper(String(parts[2])) {
      self.init(sender: sender, .whisper(whisper))
    } else {
      return nil
    }
  }

  /// Nothing that would have to be escaped within a string of SQL.
  var payload: String {
    switch content {
    case .signals(let signals): "\(sender) \(signals.rawValue)"
    case .whisper(let whisper): "\(sender) w \(whisper.text)"
    }
  }
}
