import ServiceDesk
import Storage
import TestSupport
import Testing

/// A wrong done to the rows by hand, which the doctor must find.
struct Damage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What is not true any more.
  let invariant: String
  /// How many rows it is not true of.
  let violations: Int
  /// Tables whose constraints would prevent it.
  let tables: [SQL]
  let statement: SQL

  private init(
    _ description: String,
    breaks invariant: String,
    violations: Int = 1,
    unconstrained tables: [SQL] = [],
    _ statement: SQL
  ) {
    testDescription = description
    self.invariant = invariant
    self.violations = violations
    self.tables = tables
    self.statement = statement
  }
}

extension Damage {
  static let all = conversations + messages + search + customers + visitors + events

  /// One row of a table, of the first account that has some.
  private static func one(_ table: SQL, where condition: SQL = "1 = 1") -> SQL {
    """
    (account_id, id) IN (
      SELECT account_id, id FROM \(table) WHERE \(condition) ORDER BY id LIMIT 1)
    """
  }

  private static let conversations = [
    Damage(
      "an open conversation without due time",
      breaks: "every conversation that is not resolved or spam has an owner and a due time",
      unconstrained: ["conversation"],
      "UPDATE conversation SET due_at = NULL WHERE \(one("conversation", where: "status = 'open'"))"
    ),
    Damage(
      "an open conversation without owner",
      breaks: "every conversation that is not resolved or spam has an owner and a due time",
      unconstrained: ["conversation"],
      """
      UPDATE conversation SET owner_agent_id = NULL, owner_team_id = NULL
      WHERE \(one("conversation", where: "status = 'open'"))
      """
    ),
    Damage(
      "an owner who is not there",
      breaks: "every conversation's owner is there",
      unconstrained: ["conversation"],
      """
      UPDATE conversation SET owner_agent_id = 1, owner_team_id = NULL
      WHERE \(one("conversation"))
      """
    ),
    Damage(
      "an owner of another account",
      breaks: "every conversation's owner is there",
      unconstrained: ["conversation"],
      """
      UPDATE conversation SET owner_agent_id = NULL, owner_team_id = (
        SELECT t.id FROM team t WHERE t.account_id <> conversation.account_id LIMIT 1)
      WHERE \(one("conversation"))
      """
    ),
    Damage(
      "a snoozed conversation without timer",
      breaks: "every snoozed conversation has its timer, and no other has one",
      "DELETE FROM timer"
    ),
    Damage(
      "a timer at another time",
      breaks: "every snoozed conversation has its timer, and no other has one",
      "UPDATE timer SET due_at = due_at + 1"
    ),
    Damage(
      "a timer of a conversation that is not snoozed",
      breaks: "every snoozed conversation has its timer, and no other has one",
      """
      INSERT INTO timer (account_id, kind, subject_id, due_at, failures)
      SELECT account_id, 'snooze', id, 1, 0 FROM conversation
      WHERE \(one("conversation", where: "status = 'open'"))
      """
    ),
    Damage(
      "a count of messages that is wrong",
      breaks: "every conversation's count of messages equals a recount",
      "UPDATE conversation SET message_count = message_count + 1 WHERE \(one("conversation"))"
    ),
    Damage(
      "a count of conversations that is wrong",
      breaks: "every owner's count of conversations equals a recount",
      """
      UPDATE conversation_count SET count = count + 1
      WHERE status = 'resolved' AND count = 1
      """
    ),
    Damage(
      "a count of conversations that nobody has",
      breaks: "every owner's count of conversations equals a recount",
      """
      INSERT INTO conversation_count (account_id, owner_kind, owner_id, status, slot, count)
      SELECT MIN(id), 'agent', 1, 'open', 0, 1 FROM account
      """
    ),
    Damage(
      "a conversation that is not counted",
      breaks: "every owner's count of conversations equals a recount",
      "DELETE FROM conversation_count WHERE owner_kind = 'agent'"
    ),
    Damage(
      "an account that will give a number again",
      breaks: "every account's last conversation number is its highest",
      violations: 2,
      "UPDATE account SET last_conversation_number = last_conversation_number - 1"
    ),
  ]

  private static let messages = [
    Damage(
      "a message without conversation",
      breaks: "every message belongs to a conversation and its author is there",
      unconstrained: ["message"],
      "UPDATE message SET conversation_id = 1 WHERE \(one("message"))"
    ),
    Damage(
      "an author who is not there",
      breaks: "every message belongs to a conversation and its author is there",
      "UPDATE message SET author_id = 1 WHERE \(one("message"))"
    ),
    Damage(
      "an agent as author who is not there",
      breaks: "every message belongs to a conversation and its author is there",
      "UPDATE message SET author_id = 1 WHERE \(one("message", where: "author_kind = 'agent'"))"
    ),
    Damage(
      "an author who does not take part",
      breaks: "every author of a message takes part in its conversation",
      """
      DELETE FROM participant WHERE (account_id, conversation_id, person_id) IN (
        SELECT account_id, conversation_id, author_id FROM message
        WHERE author_kind = 'agent' ORDER BY id LIMIT 1)
      """
    ),
    Damage(
      "a file whose bytes are gone",
      breaks: "every attachment's bytes are there and match its hash",
      violations: 2,
      "DELETE FROM blob_content"
    ),
    Damage(
      "a file whose bytes are others",
      breaks: "every attachment's bytes are there and match its hash",
      violations: 2,
      "UPDATE blob_content SET content = \([UInt8]([3, 2, 1]))"
    ),
    Damage(
      "a file of another size",
      breaks: "every attachment's bytes are there and match its hash",
      violations: 2,
      "UPDATE attachment SET size = size + 1"
    ),
  ]

  private static let search = [
    Damage(
      "a message that cannot be searched for",
      breaks: "every conversation and message can be searched for",
      """
      DELETE FROM search_document WHERE id = (
        SELECT MIN(id) FROM search_document WHERE kind = 'message')
      """
    ),
    Damage(
      "something that is found and not there",
      breaks: "everything that can be searched for is there",
      """
      INSERT INTO search_document (id, account_id, kind, words)
      SELECT 1, MIN(id), 'customer', 'nobody' FROM account
      """
    ),
  ]

  private static let customers = [
    Damage(
      "a merge into somebody who is not there",
      breaks:
        "every merged customer points to one that is there, and knows where the pointers end",
      "UPDATE customer SET merged_into = 1 WHERE merged_into IS NOT NULL"
    ),
    Damage(
      "a merged customer with a wrong end",
      breaks:
        "every merged customer points to one that is there, and knows where the pointers end",
      """
      UPDATE customer SET root_id = (
        SELECT MAX(o.id) FROM customer o WHERE o.account_id = customer.account_id
          AND o.id <> customer.id AND o.id <> customer.root_id)
      WHERE merged_into IS NOT NULL
      """
    ),
    Damage(
      "an identity of nobody",
      breaks: "every identity belongs to a customer",
      unconstrained: ["identity"],
      """
      UPDATE identity SET customer_id = 1
      WHERE value = (SELECT MIN(value) FROM identity)
      """
    ),
  ]

  private static let visitors = [
    Damage(
      "a visitor of an inbox that is not there",
      breaks: "every visitor's inbox and customer are there",
      unconstrained: ["visitor"],
      "UPDATE visitor SET inbox_id = 1 WHERE \(one("visitor"))"
    ),
    Damage(
      "a visitor whose customer is not there",
      breaks: "every visitor's inbox and customer are there",
      unconstrained: ["visitor"],
      "UPDATE visitor SET customer_id = 1 WHERE \(one("visitor"))"
    ),
    Damage(
      "a conversation through an inbox that is not there",
      breaks: "every conversation's inbox is there",
      "UPDATE conversation SET inbox_id = 1 WHERE inbox_id > 0"
    ),
    Damage(
      "a file of a visitor who is not there",
      breaks: "every uploaded file's visitor is there",
      "UPDATE attachment SET visitor_id = 1 WHERE visitor_id > 0"
    ),
    Damage(
      "a mark at a message that is not there",
      breaks: "every read mark is at a message of its conversation",
      "UPDATE read_mark SET message_id = 1"
    ),
  ]

  private static let events = [
    Damage(
      "an event whose subject is gone",
      breaks: "every event has its subject, or a tombstone stands for it",
      violations: 2,
      "DELETE FROM tombstone"
    ),
    Damage(
      "an event of another account's subject",
      breaks: "every event has its subject, or a tombstone stands for it",
      """
      UPDATE event SET subject_id = (
        SELECT c.id FROM conversation c WHERE c.account_id <> event.account_id LIMIT 1)
      WHERE kind = 'conversation.resolved'
      """
    ),
    Damage(
      "a conversation that nothing opened",
      breaks: "every conversation has the event that opened it, unless the log begins later",
      """
      UPDATE event SET kind = 'conversation.closed' WHERE (account_id, id) IN (
        SELECT account_id, id FROM event WHERE kind = 'conversation.opened'
        ORDER BY id DESC LIMIT 1)
      """
    ),
    Damage(
      "a gap in the log",
      breaks: "positions in the log have no gap",
      "DELETE FROM event WHERE position = 3"
    ),
    Damage(
      "a day that is counted wrong",
      breaks: "the count of each day's events equals a recount, so far as the counter has read",
      """
      UPDATE daily_activity SET count = count + 1 WHERE kind = 'conversation.opened'
        AND day = (SELECT MAX(day) FROM daily_activity)
      """
    ),
    Damage(
      "a parked event",
      breaks: "no event is parked",
      """
      INSERT INTO parked_event (consumer, position, parked_at, error)
      VALUES ('daily-activity', 1, 1, '')
      """
    ),
    Damage(
      "a dead job",
      breaks: "no job is dead",
      """
      INSERT INTO job (account_id, id, kind, key, payload, state, run_at, leased_until, attempts,
        created_at)
      VALUES (1, 1, 'parcel', 'key', '{}', 'dead', 1, 0, 20, 1)
      """
    ),
  ]
}

extension DeskHarness {
  /// Lives through two days, so that there is something of everything.
  func live() async throws {
    clock.advance(by: .days(2))
    let file = try await upload()
    let nikos = try await open("Hello", from: "nikos")
    try await perform(
      Reply(conversation: nikos.id, text: Message.Body("Hi"), attachments: [file])
    )
    let resolved = try await open("Bye", from: "eleni")
    try await perform(Resolve(conversation: resolved.id))
    let snoozed = try await call("Later", from: "kostas").conversation
    try await perform(Snooze(conversation: snoozed.id, until: clock.now + .days(1)))
    try await perform(MarkSpam(conversation: open("Spam", from: "spammer").id))
    try await perform(MergeCustomers(survivor: anemone.customer, other: nikos.customer.id))
    try await perform(Assign(conversation: nikos.id, owner: .agent(ben)))
    try await chat()
    let label = try await perform(AddLabel(name: Label.Name("passing")))
    try await perform(RemoveLabel(label: label.id))
    try await feedConsumers()
  }

  /// Somebody writes in the chat, with a file, and reads.
  private func chat() async throws {
    let browser = try await browser(at: inbox())
    let file = try await upload(as: browser.viewer)
    let message = try await browser.write("Look", attachments: [file])
    let marks = ReadMarks(database: database)
    marks.note(try await desk.answer(ReadChat(message: message.id), as: browser.viewer))
    try await marks.flush()
  }

  func inflict(_ damage: Damage) async throws {
    try await database.write { transaction in
      // A table made from another's rows has none of its constraints.
      for table in damage.tables {
        try transaction.execute("CREATE TABLE \(table)_loose AS SELECT * FROM \(table)")
        try transaction.execute("ALTER TABLE \(table) RENAME TO \(table)_strict")
        try transaction.execute("ALTER TABLE \(table)_loose RENAME TO \(table)")
      }
      let changed = try transaction.execute(damage.statement)
      guard changed > 0 else { throw DatabaseFailure.unexpectedValue("no damage done") }
    }
  }
}
