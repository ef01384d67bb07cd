import Foundation
package import Storage

/// Tells an agent each morning what waits, if something does and the agent wants it.
package struct MailDigestTimer: TimerHandler {
  package static let kind = "mail.digest"

  /// A morning that was missed by more, as while the program stood still, is left out.
  private static let patience = Duration.hours(6)

  private let ids: IDSource

  package init(ids: IDSource) { self.ids = ids }

  package func fire(_ timer: DueTimer, at time: Timestamp, in transaction: Transaction) throws {
    let work = Work(
      transaction: transaction,
      viewer: .system(of: ID(timer.account)),
      now: time,
      ids: ids
    )
    let agent = ID<Agent>(timer.subject)
    try work.planDigest(of: agent)
    if time < timer.due + Self.patience { try work.sendDigest(to: agent) }
  }
}

extension Work {
  /// The first so many are named.
  private static var mostNamed: Int { 20 }

  /// Sets the agent's next morning.
  func planDigest(of id: ID<Agent>) throws {
    let agent = try agent(id)
    try TimerQueue.set(
      account: account.raw,
      kind: MailDigestTimer.kind,
      subject: id.raw,
      due: DigestHour.next(after: now, in: agent.timeZone),
      in: transaction
    )
  }

  fileprivate func sendDigest(to id: ID<Agent>) throws {
    guard try mailPreferences(of: id).digest, let mailbox = try sendingMailbox() else { return }
    let counted = try rows(
      """
      SELECT COUNT(*) FROM conversation
      WHERE account_id = \(account) AND owner_agent_id = \(id) AND status = 'open'
      """
    )
    let count: Int = try counted.first.map { try $0[0] } ?? 0
    guard count > 0 else { return }
    let first = try rows(
      """
      SELECT id FROM conversation
      WHERE account_id = \(account) AND owner_agent_id = \(id) AND status = 'open'
      ORDER BY due_at, id LIMIT \(Self.mostNamed)
      """
    ).map { row -> ID<Conversation> in try row[0] }
    let agent = try agent(id)
    var letter = Letter(recipients: MailRecipients(to: [agent.correspondent]), subject: "")
    letter.content = .digest(count: count, conversations: first)
    try PostMail(kind: .digest, letter: letter, mailbox: mailbox.id, agent: id).post(in: self)
  }
}

/// When agents are told what waits: at eight in the morning of their own zone.
enum DigestHour {
  private static let hour = 8

  /// The first one after `time`, in UTC where no zone is given.
  static func next(after time: Timestamp, in zone: TimeZoneName?) -> Timestamp {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone.flatMap { TimeZone(identifier: $0.text) } ?? .gmt
    let date = Date(timeIntervalSince1970: Double(time.milliseconds) / 1_000)
    let next = calendar.nextDate(
      after: date,
      matching: DateComponents(hour: hour, minute: 0, second: 0),
      matchingPolicy: .nextTime
    )
    // There is an eight o'clock each day; a day later would be as good.
    guard let next else { return time + .days(1) }
    return Timestamp(milliseconds: Int64((next.timeIntervalSince1970 * 1_000).rounded()))
  }
}
