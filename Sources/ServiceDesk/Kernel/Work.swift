import Foundation
package import Storage

/// One transaction, who asked for it, and when: all that a command may use.
package struct Work {
  package let viewer: Viewer
  package let now: Timestamp
  package let transaction: Transaction
  /// Reads what customers write, where there is a model to read with.
  let reader: TextReader?
  private let ids: IDSource

  package init(
    transaction: Transaction,
    viewer: Viewer,
    now: Timestamp,
    ids: IDSource,
    reader: TextReader? = nil
  ) {
    self.transaction = transaction
    self.viewer = viewer
    self.now = now
    self.ids = ids
    self.reader = reader
  }

  package var account: ID<Account> { viewer.account }

  /// Locks the rows of the `SELECT` it ends, where the engine needs that.
  package var forUpdate: SQL { transaction.forUpdate }

  package func newID<Of>(_ of: Of.Type = Of.self) throws -> ID<Of> { ID(try ids.next()) }

  @discardableResult
  package func rows(_ sql: SQL) throws -> [Row] { try transaction.rows(sql) }

  /// Runs the statement and returns how many rows it changed.
  @discardableResult
  package func execute(_ sql: SQL) throws -> Int { try transaction.execute(sql) }

  /// Appends `event` to the log, in this transaction: it exists exactly if the change does.
  package func record<E: Event>(_ event: E) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try EventLog.append(
      NewEvent(
        account: account.raw,
        id: ids.next(),
        at: now,
        kind: E.kind,
        actor: actor,
        subject: event.subject,
        conversation: event.eventConversation?.raw,
        payload: String(decoding: try encoder.encode(event), as: UTF8.self)
      ),
      in: transaction
    )
  }

  private var actor: Reference? {
    switch viewer.actor {
    case .agent(let agent): agent.reference
    case .visitor(let visitor): visitor.reference
    case .customer(let customer): customer.reference
    case .system: nil
    }
  }

  /// Notes that the record is gone for good, so that events about it keep their subject.
  package func bury<Of: Referable>(_ id: ID<Of>) throws {
    try execute(
      """
      INSERT INTO tombstone (account_id, kind, id, buried_at)
      VALUES (\(account), \(Of.noun), \(id), \(now))
      """
    )
  }

  /// Does the same work as somebody else: a timer's, say, in the name of the program.
  package func acting(as viewer: Viewer) -> Work {
    Work(transaction: transaction, viewer: viewer, now: now, ids: ids, reader: reader)
  }

  /// The agent who asks.
  ///
  /// - Throws: ``AccessFailure/notAllowed`` if it is no agent.
  package func requireAgent() throws -> ID<Agent> {
    guard case .agent(let agent) = viewer.actor else { throw AccessFailure.notAllowed }
    return agent
  }

  /// Throws ``AccessFailure/notAllowed`` unless the viewer has all of `scopes`.
  package func require(_ scopes: Scopes) throws {
    guard viewer.scopes.isSuperset(of: scopes) else { throw AccessFailure.notAllowed }
  }
}
