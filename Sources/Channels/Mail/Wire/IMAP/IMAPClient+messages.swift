package import Foundation

extension IMAPClient {
  /// How many UIDs one search may span in a large folder.
  private static let spanLimit: UInt64 = 100_000

  /// The UIDs of the open folder's messages from that one on, ascending.
  ///
  /// Messages that came after the folder was opened may be missing: open it again for them. Beyond
  /// `limit` the rest is left for another call. Those that the server received on an earlier day
  /// than `since`, in whatever time zone, are left out.
  package func uids(
    from first: UInt32,
    limit: Int,
    since: Date? = nil
  ) throws(MailWireFailure) -> [UInt32] {
    let folder = try openFolder
    let last = folder.uidNext.map { UInt64($0) - min(UInt64($0), 1) } ?? UInt64(UInt32.max)
    var found: [UInt32] = []
    var next = UInt64(max(first, 1))
    // One search suffices unless its answer could be very long.
    var span = folder.messageCount <= Self.spanLimit ? UInt64(UInt32.max) : Self.spanLimit
    while folder.messageCount > 0, next <= last, found.count < limit {
      let end = min(next + span - 1, last)
      let uids = try search(UInt32(next)...UInt32(end), since: since)
      found += uids
      // Gaps between UIDs can be of any size; a larger span leaves them behind sooner.
      span = uids.isEmpty ? span * 2 : Self.spanLimit
      next = end + 1
    }
    return Array(found.prefix(limit))
  }

  /// What the server says of messages before they are fetched; those that are gone are missing.
  package func heads(of uids: [UInt32]) throws(MailWireFailure) -> [UInt32: IMAPHead] {
    var heads: [UInt32: IMAPHead] = [:]
    for set in IMAPSet.texts(uids) {
      let command = IMAPCommand("UID FETCH", set, "(UID RFC822.SIZE INTERNALDATE)")
      for items in try session.run(command).messages {
        guard let uid = items["UID"]?.number(UInt32.self) else { continue }
        heads[uid] = IMAPHead(items)
      }
    }
    return heads
  }

  /// A message of the open folder, which is not marked as seen by that.
  ///
  /// - Returns: `nil` if it is gone; empty if the server gives nothing of it.
  /// - Throws: `tooBig` for a message of more than `sizeLimit` bytes, of which nothing is kept.
  package func message(
    _ uid: UInt32,
    sizeLimit: Int
  ) throws(MailWireFailure) -> IMAPMessage? {
    let items = "(UID FLAGS INTERNALDATE BODY.PEEK[])"
    let command = IMAPCommand("UID FETCH", "\(uid)", items)
    let answer = try session.run(command, literalLimit: sizeLimit)
    let found = answer.messages.compactMap { IMAPMessage($0) }.filter { $0.uid == uid }
    // News of its flags may come along.
    return found.first { !$0.raw.isEmpty } ?? found.first
  }

  private var openFolder: IMAPFolderState {
    get throws(MailWireFailure) {
      guard let folder else { throw .unusable("no folder is open") }
      return folder
    }
  }

  private func search(
    _ range: ClosedRange<UInt32>,
    since: Date?
  ) throws(MailWireFailure) -> [UInt32] {
    var command = IMAPCommand("UID SEARCH", "UID", "\(range.lowerBound):\(range.upperBound)")
    if let since {
      // The server goes by the day in its own time zone.
      command = command.word("SINCE \(IMAPDate.day(since.addingTimeInterval(-86_400)))")
    }
    let answer = try session.run(command)
    let uids = answer.data.filter { $0.name == "SEARCH" }.flatMap { search in
      search.values.compactMap { $0.number(UInt32.self) }
    }
    return Set(uids).filter(range.contains).sorted()
  }
}
