/// Carries hints to and from the server, on a thread and a connection of its own.
struct PostgresHintsLoop {
  /// At least this lies between two hints of one node, however many transactions it commits.
  private static let interval = Duration.milliseconds(5)

  /// The longest pause between two attempts to connect, in milliseconds.
  private static let longestPause: Int32 = 10_000

  let hints: PostgresHints
  let settings: PostgresSettings

  /// Runs until the hints are closed.
  func run() {
    var pause: Int32 = 100
    while !hints.isClosed || hints.hasPending {
      do {
        let connection = try PostgresConnection(settings)
        let channel = try connection.listen()
        pause = 100
        // Something may have been told while nobody heard it.
        hints.hear(.signals(.all))
        try converse(on: connection, channel)
      } catch {
        if hints.isClosed { return }
        hints.wake.wait(milliseconds: pause)
        pause = min(2 * pause, Self.longestPause)
      }
    }
  }

  /// Tells and hears until closed.
  private func converse(
    on connection: PostgresConnection,
    _ channel: String
  ) throws(PostgresFailure) {
    var earliest = ContinuousClock.now
    while true {
      let isClosed = hints.isClosed
      if hints.hasPending, isClosed || ContinuousClock.now >= earliest {
        try tell(on: connection, channel)
        earliest = .now + Self.interval
      }
      if isClosed { return }
      // Before the wait: what arrived with the server's answer no longer lies in the socket.
      for hint in try connection.hints() where hint.sender != hints.sender {
        hints.hear(hint.content)
      }
      hints.wake.wait(
        for: connection.socket,
        milliseconds: hints.hasPending ? Int32(Self.interval.wholeMilliseconds) : -1
      )
    }
  }

  private func tell(
    on connection: PostgresConnection,
    _ channel: String
  ) throws(PostgresFailure) {
    let contents = hints.takePending()
    guard !contents.isEmpty else { return }
    do {
      try connection.notify(
        contents.map { PostgresHint(sender: hints.sender, $0) },
        on: channel
      )
    } catch {
      hints.putBack(contents)
      throw error
    }
  }
}
