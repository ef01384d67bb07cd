import ServiceDesk
import Storage

/// Whose turn it is to be looked into: those that have waited longest come first, and one that
/// takes long keeps only its own place.
struct MailboxTurns: Sendable {
  /// How many are looked into at a time, without those that take long.
  static let mostAtOnce = 16
  /// What takes longer than this takes long: a first fetch of years, a server that hangs.
  static let patience = Duration.seconds(10)
  /// How many are looked into at a time, with those that take long.
  static let most = 128

  private var begun: [MailboxHold: Timestamp] = [:]
  private var ended: [MailboxHold: Timestamp] = [:]

  /// Begins the looks for which there is room, of all that this node may look into.
  ///
  /// - Returns: those whose turn it is; each is to be ended.
  mutating func begin(_ holds: [MailboxHold], at time: Timestamp) -> [MailboxHold] {
    // What another node holds now begins anew if it comes back.
    ended = ended.filter { isRested($0.key, at: time) == false || holds.contains($0.key) }
    let quick = begun.values.count { time < $0 + Self.patience }
    let room = min(Self.mostAtOnce - quick, Self.most - begun.count)
    guard room > 0 else { return [] }
    let due = holds.filter { begun[$0] == nil && isRested($0, at: time) }
    let first = Timestamp(milliseconds: 0)
    let next = due.sorted { ended[$0] ?? first < ended[$1] ?? first }.prefix(room)
    for hold in next { begun[hold] = time }
    return Array(next)
  }

  mutating func end(_ hold: MailboxHold, at time: Timestamp) {
    begun[hold] = nil
    ended[hold] = time
  }

  private func isRested(_ hold: MailboxHold, at time: Timestamp) -> Bool {
    ended[hold].map { time >= $0 + MailFetcher.pause } ?? true
  }
}
