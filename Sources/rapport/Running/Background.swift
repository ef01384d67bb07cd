import Channels
import Logging
import ServiceDesk
import ServiceLifecycle
import Storage

/// What runs behind the requests, on every node.
struct Background: Sendable {
  private let desk: Desk
  private let mail: MailChannel
  private let logger: Logger

  init(desk: Desk, mail: MailChannel, logger: Logger) {
    self.desk = desk
    self.mail = mail
    self.logger = logger
  }

  var services: [any Service] {
    [poll, hints, sequencer, timers, jobs, activity, notices, housekeeping, mail.fetcher.run]
      .map { BackgroundService(run: $0) }
  }

  private var database: Database { desk.database }

  /// The safety net under the bell: looks again for timers each second, for all else every two.
  private func poll() async throws {
    var isSecond = false
    while !Task.isCancelled {
      database.bell.ring(isSecond ? .all : .timers)
      isSecond.toggle()
      try await Task.sleep(for: .seconds(1))
    }
  }

  private func hints() async throws {
    await database.listenToOthers()
    // An engine without other nodes has nothing to tell; a service may not end before the program.
    while !Task.isCancelled { try await Task.sleep(for: .days(1)) }
  }

  private func sequencer() async throws {
    try await EventSequencer(database: database).run()
    while !Task.isCancelled { try await Task.sleep(for: .days(1)) }
  }

  private func timers() async throws {
    try await TimerRunner(
      handlers: [
        SnoozeTimer(ids: desk.ids), MailReleaseTimer(ids: desk.ids), MailDigestTimer(ids: desk.ids),
      ],
      database: database,
      now: desk.now,
      logger: logger
    ).run()
  }

  private func jobs() async throws {
    try await JobRunner(
      handlers: [RebuildIndex(desk: desk)] + mail.handlers,
      database: database,
      now: desk.now,
      logger: logger
    ).run()
  }

  private func activity() async throws {
    try await ConsumerRunner(
      DailyActivity(),
      database: database,
      node: desk.ids.node,
      now: desk.now,
      logger: logger
    ).run()
  }

  private func notices() async throws {
    try await ConsumerRunner(
      MailNotices(ids: desk.ids, now: desk.now),
      database: database,
      node: desk.ids.node,
      now: desk.now,
      logger: logger
    ).run()
  }

  private func housekeeping() async throws {
    try await Housekeeping(database: database, eventsKept: nil, now: desk.now).run()
  }
}

/// A loop that runs until the program stops.
struct BackgroundService: Service {
  private let body: @Sendable () async throws -> Void

  init(run body: @escaping @Sendable () async throws -> Void) { self.body = body }

  func run() async throws {
    do {
      try await cancelWhenGracefulShutdown { try await body() }
    } catch is CancellationError {
      // That is how a loop ends.
      return
    }
  }
}
