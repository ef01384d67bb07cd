package import Storage

/// Notes how fetching from a mailbox went.
///
/// A failure that has lasted a quarter of an hour is told once, by an event.
///
/// - Throws: ``AccessFailure/noSuchMailbox``.
package struct NoteMailboxHealth: Command {
  /// How long it may fail before somebody is told.
  package static let patience = Duration.minutes(15)

  package var mailbox: ID<Mailbox>
  /// What went wrong; `nil` if it went well to the end.
  package var error: String?
  /// How many messages still lie there.
  package var waiting: Int

  package init(mailbox: ID<Mailbox>, error: String?, waiting: Int = 0) {
    self.mailbox = mailbox
    self.error = error
    self.waiting = waiting
  }

  package func run(in work: Work) throws {
    let old = try work.requireMailbox(mailbox).health
    if let error {
      let since = old.failedSince ?? work.now
      try work.execute(
        """
        UPDATE mailbox SET checked_at = \(work.now), failed_since = \(since),
          last_error = \(String(error.unicodeScalars.prefix(500))), waiting = \(waiting)
        WHERE account_id = \(work.account) AND id = \(mailbox)
        """
      )
      if work.now >= since + Self.patience { try alert(in: work) }
    } else {
      try work.execute(
        """
        UPDATE mailbox SET checked_at = \(work.now), succeeded_at = \(work.now),
          failed_since = NULL, last_error = NULL, alerted_at = NULL, waiting = \(waiting)
        WHERE account_id = \(work.account) AND id = \(mailbox)
        """
      )
      if old.failedSince != nil { try work.record(MailboxRecovered(mailbox: mailbox)) }
    }
  }

  private func alert(in work: Work) throws {
    let alerted = try work.execute(
      """
      UPDATE mailbox SET alerted_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(mailbox) AND alerted_at IS NULL
      """
    )
    if alerted > 0 { try work.record(MailboxFailed(mailbox: mailbox)) }
  }
}

/// Nothing could be fetched from a mailbox for a quarter of an hour.
package struct MailboxFailed: Event {
  package static let kind = "mailbox.failed"

  package let mailbox: ID<Mailbox>

  package var subject: Reference { mailbox.reference }
}

/// Fetching from a mailbox goes well again.
package struct MailboxRecovered: Event {
  package static let kind = "mailbox.recovered"

  package let mailbox: ID<Mailbox>

  package var subject: Reference { mailbox.reference }
}
