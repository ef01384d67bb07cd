package import Logging
package import ServiceDesk
import Storage

/// Looks into the mailboxes that this node holds, each by itself: one that is slow or down keeps
/// no other from being looked into.
package struct MailFetcher: Sendable {
  /// How long a mailbox is left in peace between two looks.
  package static let pause = Duration.seconds(15)
  /// How often health is written down though nothing has changed.
  private static let healthPause = Duration.minutes(5)

  private let desk: Desk
  private let reader: MailReader
  private let options: MailWireOptions
  private let logger: Logger
  private let turns = FetcherTurns()
  private let budget = ByteBudget(most: MailSource.mostBytes, free: 1 << 20)

  package init(desk: Desk, reader: MailReader, options: MailWireOptions, logger: Logger) {
    self.desk = desk
    self.reader = reader
    self.options = options
    self.logger = logger
  }

  /// Looks now and then at each mailbox until cancelled.
  package func run() async throws {
    try await withThrowingDiscardingTaskGroup { group in
      while !Task.isCancelled {
        do {
          for hold in await turns.begin(try await holds(), at: desk.now()) {
            group.addTask {
              await look(into: hold)
              await turns.end(hold, at: desk.now())
            }
          }
        } catch let failure as DatabaseFailure {
          logger.warning("mailboxes wait for the database", metadata: ["failure": "\(failure)"])
        }
        try await Task.sleep(for: .seconds(1))
      }
    }
  }

  /// Looks once into a mailbox and notes how that went.
  package func look(into hold: MailboxHold) async {
    do {
      let viewer = Viewer.system(of: hold.account)
      let mailbox = try await desk.answer(FindMailbox(mailbox: hold.mailbox), as: viewer)
      guard mailbox.settings.incoming != nil else { return }
      let line = MailboxLine(
        desk: desk,
        options: options,
        account: hold.account,
        mailbox: mailbox
      )
      let outcome = try await FetchMail(
        desk: desk,
        reader: reader,
        line: line,
        budget: budget,
        account: hold.account,
        mailbox: mailbox
      ).run()
      guard isWorthNoting(outcome, of: mailbox) else { return }
      try await desk.perform(
        NoteMailboxHealth(mailbox: hold.mailbox, error: outcome.error, waiting: outcome.waiting),
        as: viewer
      )
    } catch is CancellationError {
      // The program stops; nobody has to hear of it.
      return
    } catch {
      // Nothing is lost: the cursor stands where it stood, and the next look tries again.
      logger.warning("a mailbox was not looked into", metadata: ["error": "\(error)"])
    }
  }

  private func holds() async throws -> [MailboxHold] {
    let (node, time) = (desk.ids.node, desk.now())
    if try await desk.database.read({
      try MailboxHold.areAnyToTake(node: node, at: time, in: $0)
    }) {
      try await desk.database.write { try MailboxHold.take(node: node, at: time, in: $0) }
    }
    return try await desk.database.read { try MailboxHold.held(by: node, at: time, in: $0) }
  }

  /// A healthy mailbox at rest writes nothing for minutes.
  private func isWorthNoting(_ outcome: FetchMail.Outcome, of mailbox: Mailbox) -> Bool {
    let health = mailbox.health
    guard let checkedAt = health.checkedAt, outcome.error == nil, health.failedSince == nil,
      outcome.fetched == 0, health.waiting == outcome.waiting
    else { return true }
    return checkedAt + Self.healthPause <= desk.now()
  }
}

/// The turns of all looks.
private actor FetcherTurns {
  private var turns = MailboxTurns()

  func begin(_ holds: [MailboxHold], at time: Timestamp) -> [MailboxHold] {
    turns.begin(holds, at: time)
  }

  func end(_ hold: MailboxHold, at time: Timestamp) { turns.end(hold, at: time) }
}
