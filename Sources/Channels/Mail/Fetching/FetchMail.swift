import Foundation
import ServiceDesk
import Storage

/// One look into a mailbox: all that is new in its folders is kept, read and then marked on the
/// server; what could not be had before is tried again.
struct FetchMail: Sendable {
  /// How a look into a mailbox went.
  struct Outcome: Sendable, Equatable {
    /// How many mails were kept that were not there before.
    var fetched = 0
    /// How many are known to lie there still.
    var waiting = 0
    /// What went wrong; `nil` if nothing did.
    var error: String?
  }

  let desk: Desk
  let reader: MailReader
  let line: MailboxLine
  let budget: ByteBudget
  let account: ID<Account>
  let mailbox: Mailbox

  /// Looks into all folders, one after the other; a folder that fails does not stop the next.
  ///
  /// - Throws: `CancellationError`.
  func run() async throws -> Outcome {
    var outcome = Outcome()
    do {
      let client = try await line.incoming()
      for folder in mailbox.settings.fetching.folders {
        try await visit(folder, by: client, into: &outcome)
      }
      let skipped = try await desk.answer(
        ListSkippedMailToRetry(mailbox: mailbox.id),
        as: .system(of: account)
      )
      // After all that is new: one of them may break the connection.
      for (folder, mails) in Dictionary(grouping: skipped, by: \.folder) {
        try await visit(folder, retrying: mails, by: client, into: &outcome)
      }
      await client.close()
    } catch {
      try Task.checkCancellation()
      outcome.error = Self.words(of: error)
    }
    return outcome
  }

  private func visit(
    _ folder: String,
    retrying skipped: [SkippedMail]? = nil,
    by client: IMAPClient,
    into outcome: inout Outcome
  ) async throws {
    let isToLeave = mailbox.settings.fetching.after == .leave
    do {
      var visit = FolderVisit(
        desk: desk,
        reader: reader,
        client: client,
        budget: budget,
        account: account,
        mailbox: mailbox,
        folder: folder,
        state: try await client.open(folder, readOnly: isToLeave)
      )
      if let skipped {
        try await visit.retry(skipped, into: &outcome)
      } else {
        try await visit.fetch(into: &outcome)
      }
      try await visit.mark(into: &outcome)
    } catch let failure as MailWireFailure {
      guard case .refused = failure else { throw failure }
      outcome.error = "\(folder): \(failure.words)"
    }
  }

  private static func words(of error: any Error) -> String {
    switch error {
    case MailWireFailure.timedOut(let step): "no answer in time (\(step.rawValue))"
    case let failure as MailWireFailure where failure.words.isEmpty: "\(failure)"
    case let failure as MailWireFailure: failure.words
    case MailTokenFailure.signInAgain(""): "somebody has to sign in with the provider again"
    case let failure as MailTokenFailure: failure.words
    case let failure as any Failure: failure.code
    default: "\(error)"
    }
  }
}
