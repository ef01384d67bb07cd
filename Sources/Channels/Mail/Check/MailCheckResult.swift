/// How one step of checking a mailbox went.
package struct MailCheckResult: Sendable, Hashable {
  /// Which of a mailbox's two servers.
  package enum Direction: String, Sendable, CaseIterable { case incoming, outgoing }

  /// What was found out along the way.
  package enum Fact: Sendable, Hashable {
    case address(String)
    case folders(Int)
    case messages(Int)
    /// What the server said when it took the test message.
    case reply(String)
  }

  package enum Outcome: Sendable, Hashable {
    case passed(Fact?)
    /// With the server's or the library's own words, which may be empty.
    case failed(MailCheckProblem, words: String)
    /// Not tried: a step before it failed, or nothing was entered for it.
    case skipped
  }

  package var direction: Direction
  package var step: MailStep
  package var outcome: Outcome
  package var duration: Duration

  /// Whether it speaks against the settings.
  package var isFailure: Bool {
    if case .failed = outcome { true } else { false }
  }
}
