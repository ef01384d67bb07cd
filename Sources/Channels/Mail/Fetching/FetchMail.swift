import Foundation
import ServiceDesk
import Storage

/// One look into a mailbox: all that is new in its folders is kept, read and then marked on the
/// server, each mail by itself.
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

  /// How many UIDs are asked for at once.
  private static let batch = 500

  let desk: Desk
  let reader: MailReader
  let line: MailboxLine
  let account: ID<Account>
  let mailbox: Mailbox

  /// Looks into all folders, one after the other; a folder that fails does not stop the next.
  func run() async -> Outcome {
    var outcome = Outcome()
    do {
      let client = try await line.incoming()
      for folder in mailbox.settings.fetching.folders {
        do {
          try await fetch(folder, by: client, into: &outcome)
        } catch let failure as MailWireFailure {
          guard case .refused = failure else { throw failure }
          outcome.error = "\(folder): \(failure.words)"
        }
      }
      await client.close()
    } catch let failure as MailWireFailure {
      outcome.error = failure.words
    } catch let failure as any Failure {
      outcome.error = failure.code
    } catch {
      outcome.error = "\(error)"
    }
    return outcome
  }

  private func fetch(
    _ folder: String,
    by client: IMAPClient,
    into outcome: inout Outcome
  ) async throws {
    let state = try await client.open(folder, readOnly: mailbox.settings.fetching.after == .leave)
    var cursor = try await cursor(of: folder, under: state)
    while true {
      let uids = try await client.uids(from: UInt32(cursor.lastUID + 1), limit: Self.batch)
      guard !uids.isEmpty else { return }
      outcome.waiting += uids.count
      for uid in uids {
        try Task.checkCancellation()
        cursor.lastUID = Int64(uid)
        try await fetch(uid, cursor: cursor, by: client, into: &outcome)
        outcome.waiting -= 1
      }
    }
  }

  /// Where to go on; from the beginning if the server has numbered its messages anew: what was
  /// kept before is known by its bytes.
  private func cursor(of folder: String, under state: IMAPFolderState) async throws
    -> MailboxCursor
  {
    let fresh = MailboxCursor(
      folder: folder,
      uidValidity: Int64(state.uidValidity),
      lastUID: 0
    )
    let kept = try await desk.answer(
      FindMailboxCursor(mailbox: mailbox.id, folder: folder),
      as: .system(of: account)
    )
    return kept?.uidValidity == fresh.uidValidity ? kept ?? fresh : fresh
  }

  private func fetch(
    _ uid: UInt32,
    cursor: MailboxCursor,
    by client: IMAPClient,
    into outcome: inout Outcome
  ) async throws {
    guard let message = try await message(uid, by: client, in: cursor.folder, noting: &outcome)
    else { return try await move(cursor) }
    let arrived =
      message.receivedAt.map {
        Timestamp(milliseconds: Int64($0.timeIntervalSince1970 * 1_000))
      } ?? desk.now()
    if let since = mailbox.settings.fetching.since, arrived.milliseconds < since {
      return try await move(cursor)
    }
    let kept = try await reader.take(
      message.raw,
      mailbox: mailbox.id,
      arrivedAt: arrived,
      cursor: cursor,
      of: account
    )
    if !kept.isRepeat { outcome.fetched += 1 }
    do {
      try await mark(uid, by: client)
    } catch let failure as MailWireFailure {
      // It is kept; that the server will not mark it is told, and the next one is fetched.
      guard case .refused = failure else { throw failure }
      outcome.error = "\(cursor.folder): \(failure.words)"
    }
  }

  /// - Returns: `nil` if it is gone, empty, or too big to be taken.
  private func message(
    _ uid: UInt32,
    by client: IMAPClient,
    in folder: String,
    noting outcome: inout Outcome
  ) async throws -> IMAPMessage? {
    do {
      let message = try await client.message(uid, sizeLimit: MailSource.mostBytes)
      return message?.raw.isEmpty == false ? message : nil
    } catch {
      guard case .tooBig(let bytes, _) = error else { throw error }
      outcome.error = "\(folder): message \(uid) of \(bytes) bytes is left on the server"
      return nil
    }
  }

  private func move(_ cursor: MailboxCursor) async throws {
    try await desk.perform(
      MoveMailboxCursor(mailbox: mailbox.id, cursor: cursor),
      as: .system(of: account)
    )
  }

  private func mark(_ uid: UInt32, by client: IMAPClient) async throws {
    switch mailbox.settings.fetching.after {
    case .leave: break
    case .flag: try await client.add(["\\Seen"], to: [uid])
    case .delete: try await client.delete([uid])
    case .move:
      guard let folder = mailbox.settings.fetching.moveTo else { return }
      try await client.move([uid], to: folder)
    }
  }
}
