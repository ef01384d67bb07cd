/// The steps with one server, of which none is tried after one that failed.
struct MailCheckCourse {
  private(set) var hasFailed = false

  private let direction: MailCheckResult.Direction
  private let report: @Sendable (MailCheckResult) async -> Void

  init(
    _ direction: MailCheckResult.Direction,
    _ report: @escaping @Sendable (MailCheckResult) async -> Void
  ) {
    self.direction = direction
    self.report = report
  }

  /// Tries one step, unless one before it failed or nobody wants it.
  mutating func attempt(
    _ step: MailStep,
    isWanted: Bool = true,
    _ work: () async throws(MailWireFailure) -> MailCheckResult.Fact?
  ) async {
    guard !hasFailed, isWanted else {
      await tell(step, .skipped, .zero)
      return
    }
    let start = ContinuousClock.now
    do throws(MailWireFailure) {
      let fact = try await work()
      await tell(step, .passed(fact), .now - start)
    } catch {
      await fail(step, error, .now - start)
    }
  }

  /// Tries to connect, and tells of the steps that this takes.
  mutating func connect(
    _ work: () async throws(MailWireFailure) -> Void,
    times: () async -> WireTimes
  ) async {
    var failure: MailWireFailure?
    let start = ContinuousClock.now
    do throws(MailWireFailure) { try await work() } catch { failure = error }
    let total = ContinuousClock.now - start
    let times = await times()
    for step in [MailStep.resolve, .connect, .secure] {
      if hasFailed {
        await tell(step, .skipped, .zero)
      } else if let failure, failure.step == step {
        await fail(step, failure, total - times.duration(before: step))
      } else {
        let fact = step == .connect ? MailCheckResult.Fact.address(times.address) : nil
        await tell(step, .passed(fact), times.durations[step] ?? .zero)
      }
    }
  }

  private mutating func fail(
    _ step: MailStep,
    _ failure: MailWireFailure,
    _ duration: Duration
  ) async {
    hasFailed = true
    await tell(step, .failed(MailCheckProblem(failure, in: step), words: failure.words), duration)
  }

  private func tell(
    _ step: MailStep,
    _ outcome: MailCheckResult.Outcome,
    _ duration: Duration
  ) async {
    await report(
      MailCheckResult(direction: direction, step: step, outcome: outcome, duration: duration)
    )
  }
}

extension MailWireFailure {
  /// The step in which connecting failed.
  fileprivate var step: MailStep {
    switch self {
    case .unresolved, .unusable, .plainForbidden, .timedOut(.resolve): .resolve
    case .unreachable, .timedOut(.connect): .connect
    default: .secure
    }
  }
}

extension WireTimes {
  fileprivate func duration(before step: MailStep) -> Duration {
    MailStep.allCases.prefix { $0 != step }.compactMap { durations[$0] }.reduce(.zero, +)
  }
}
