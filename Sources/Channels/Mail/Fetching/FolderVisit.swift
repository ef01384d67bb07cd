import Foundation
import ServiceDesk
import Storage

/// What is done in one folder while it is open: its messages are fetched one by one, and what
/// cannot be had is noted and gone past.
struct FolderVisit: Sendable {
  /// How many UIDs are asked for at once.
  private static let batch = 500
  /// After so many refusals in a row it is not the messages.
  private static let mostRefusals = 10
  /// What a message of unknown size counts for, in bytes.
  private static let unknownWeight = 10 << 20
  /// How many messages are marked by one command.
  private static let mostMarked = 100

  let desk: Desk
  let reader: MailReader
  let client: IMAPClient
  let budget: ByteBudget
  let account: ID<Account>
  let mailbox: Mailbox
  let folder: String
  let state: IMAPFolderState

  /// How many messages were refused since the last that was not.
  private var refusals = 0

  init(
    desk: Desk,
    reader: MailReader,
    client: IMAPClient,
    budget: ByteBudget,
    account: ID<Account>,
    mailbox: Mailbox,
    folder: String,
    state: IMAPFolderState
  ) {
    self.desk = desk
    self.reader = reader
    self.client = client
    self.budget = budget
    self.account = account
    self.mailbox = mailbox
    self.folder = folder
    self.state = state
  }

  /// Fetches all that is new.
  mutating func fetch(into outcome: inout FetchMail.Outcome) async throws {
    var cursor = try await cursor()
    // Behind the last of all numbers nothing can come.
    while let first = UInt32(exactly: cursor.lastUID + 1) {
      let uids = try await client.uids(from: first, limit: Self.batch, since: since)
      guard !uids.isEmpty else { return }
      outcome.waiting += uids.count
      let heads = try await heads(of: uids)
      for uid in uids {
        cursor.lastUID = Int64(uid)
        try await take(cursor, head: heads[uid], into: &outcome)
        outcome.waiting -= 1
      }
      try await mark(into: &outcome)
    }
  }

  /// Tries once more what could not be had before.
  mutating func retry(
    _ skipped: [SkippedMail],
    into outcome: inout FetchMail.Outcome
  ) async throws {
    if skipped.contains(where: { $0.uidValidity != Int64(state.uidValidity) }) {
      let forget = ForgetSkippedMail(
        mailbox: mailbox.id,
        folder: folder,
        uidValidity: Int64(state.uidValidity)
      )
      return try await desk.perform(forget, as: program)
    }
    let uids = skipped.map(\.uid).sorted()
    let heads = try await heads(of: uids.compactMap { UInt32(exactly: $0) })
    for uid in uids {
      var cursor = start
      cursor.lastUID = uid
      try await take(cursor, head: UInt32(exactly: uid).flatMap { heads[$0] }, into: &outcome)
    }
  }

  private var program: Viewer { .system(of: account) }

  private var since: Date? {
    mailbox.settings.fetching.since.map { Date(timeIntervalSince1970: Double($0) / 1_000) }
  }

  /// Before the folder's first message.
  private var start: MailboxCursor {
    MailboxCursor(folder: folder, uidValidity: Int64(state.uidValidity), lastUID: 0)
  }

  /// Where to go on; from the beginning if the server has numbered its messages anew: what was
  /// kept before is known by its bytes.
  private func cursor() async throws -> MailboxCursor {
    let query = FindMailboxCursor(mailbox: mailbox.id, folder: folder)
    let kept = try await desk.answer(query, as: program)
    return kept?.uidValidity == start.uidValidity ? kept ?? start : start
  }

  /// What is known of the messages beforehand; nothing where the server will not tell.
  private func heads(of uids: [UInt32]) async throws -> [UInt32: IMAPHead] {
    do throws(MailWireFailure) {
      return try await client.heads(of: uids)
    } catch {
      guard case .refused = error else { throw error }
      return [:]
    }
  }

  /// Fetches the message at the cursor and keeps it, or notes why not.
  private mutating func take(
    _ cursor: MailboxCursor,
    head: IMAPHead?,
    into outcome: inout FetchMail.Outcome
  ) async throws {
    try Task.checkCancellation()
    if isTooOld(head?.receivedAt) { return try await pass(cursor) }
    if let size = head?.size, size > MailSource.mostBytes {
      return try await skip(cursor, .tooLarge, "\(size)")
    }
    guard let uid = UInt32(exactly: cursor.lastUID) else { return }
    // A server that does not say may have any size in store.
    let weight = head?.size ?? Self.unknownWeight
    try await budget.take(weight)
    defer { budget.give(weight) }
    do {
      let message = try await client.message(uid, sizeLimit: MailSource.mostBytes)
      refusals = 0
      // What is not there any more is of no concern.
      guard let message, !isTooOld(message.receivedAt) else { return try await pass(cursor) }
      guard !message.raw.isEmpty else { return try await skip(cursor, .empty, "") }
      try await keep(message, at: cursor, into: &outcome)
    } catch let failure as MailWireFailure {
      try await skip(cursor, after: failure)
    }
  }

  private func isTooOld(_ receivedAt: Date?) -> Bool {
    guard let since, let receivedAt else { return false }
    return receivedAt < since
  }

  private func keep(
    _ message: IMAPMessage,
    at cursor: MailboxCursor,
    into outcome: inout FetchMail.Outcome
  ) async throws {
    let arrivedAt = message.receivedAt.map {
      Timestamp(milliseconds: Int64($0.timeIntervalSince1970 * 1_000))
    }
    let kept = try await reader.take(
      message.raw,
      mailbox: mailbox.id,
      arrivedAt: arrivedAt ?? desk.now(),
      cursor: cursor,
      isToMark: mailbox.settings.fetching.after != .leave,
      of: account
    )
    if !kept.isRepeat { outcome.fetched += 1 }
  }

  /// Goes past a message that is not wanted.
  private func pass(_ cursor: MailboxCursor) async throws {
    try await desk.perform(MoveMailboxCursor(mailbox: mailbox.id, cursor: cursor), as: program)
  }

  private func skip(
    _ cursor: MailboxCursor,
    _ reason: SkippedMail.Reason,
    _ words: String
  ) async throws {
    let skip = SkipMail(mailbox: mailbox.id, cursor: cursor, reason: reason, words: words)
    try await desk.perform(skip, as: program)
  }

  /// - Throws: the failure, where nothing more can be had from the server for now.
  private mutating func skip(
    _ cursor: MailboxCursor,
    after failure: MailWireFailure
  ) async throws {
    switch failure {
    case .tooBig(let bytes, _): try await skip(cursor, .tooLarge, "\(bytes)")
    case .refused:
      try await skip(cursor, .refused, failure.words)
      refusals += 1
      guard refusals < Self.mostRefusals else { throw failure }
    case .garbled, .lost, .timedOut:
      try await skip(cursor, .broken, failure.words)
      throw failure
    default: throw failure
    }
  }
}

extension FolderVisit {
  /// Marks on the server what was kept, before a crash too.
  ///
  /// What the server will not mark is told, and asked for again at the next look.
  func mark(into outcome: inout FetchMail.Outcome) async throws {
    guard mailbox.settings.fetching.after != .leave else { return }
    var last: Int64 = 0
    var refusals = 0
    while refusals < Self.mostRefusals {
      let uids = try await unmarked(after: last)
      guard let end = uids.last else { return }
      last = end
      guard !state.isReadOnly else {
        outcome.error = "\(folder): the server lets nothing be changed here"
        return
      }
      if try await mark(uids) == nil { continue }
      // One that is refused must not keep the others.
      for uid in uids where refusals < Self.mostRefusals {
        guard let words = try await mark([uid]) else { continue }
        outcome.error = "\(folder): \(words)"
        refusals += 1
      }
    }
  }

  private func unmarked(after last: Int64) async throws -> [Int64] {
    try await desk.answer(
      ListMailToMark(
        mailbox: mailbox.id,
        folder: folder,
        uidValidity: Int64(state.uidValidity),
        after: last,
        limit: Self.mostMarked
      ),
      as: program
    )
  }

  /// - Returns: the server's words if it refuses.
  private func mark(_ uids: [Int64]) async throws -> String? {
    do {
      try await change(uids.compactMap { UInt32(exactly: $0) })
    } catch let failure as MailWireFailure {
      guard case .refused = failure else { throw failure }
      return failure.words
    }
    let marked = NoteMarked(
      mailbox: mailbox.id,
      folder: folder,
      uidValidity: Int64(state.uidValidity),
      uids: uids
    )
    try await desk.perform(marked, as: program)
    return nil
  }

  private func change(_ uids: [UInt32]) async throws {
    switch mailbox.settings.fetching.after {
    case .leave: break
    case .flag: try await client.add(["\\Seen"], to: uids)
    case .delete: try await client.delete(uids)
    case .move:
      guard let folder = mailbox.settings.fetching.moveTo else { return }
      try await client.move(uids, to: folder)
    }
  }
}
