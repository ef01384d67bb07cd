package import Storage

/// A change to the desk: its inputs are its properties, its effect is one transaction.
package protocol Command: Sendable {
  associatedtype Output: Sendable

  /// What the viewer must be allowed to do.
  static var scopes: Scopes { get }

  func run(in work: Work) throws -> Output
}

extension Command {
  package static var scopes: Scopes { .write }
}

/// A question to the desk; it sees one consistent state and changes nothing.
package protocol Query: Sendable {
  associatedtype Output: Sendable

  /// What the viewer must be allowed to do.
  static var scopes: Scopes { get }

  func run(in work: Work) throws -> Output
}

extension Query {
  package static var scopes: Scopes { .read }
}

/// Where commands run and questions are answered.
package struct Desk: Sendable {
  package let database: Database
  package let blobs: any BlobStore
  package let ids: IDSource
  package let secrets: SecretBox
  /// Reads what customers write; nothing is read where it is `nil`.
  package let reader: TextReader?
  package let now: Now

  let running = RunningKeys()

  package init(
    database: Database,
    blobs: any BlobStore,
    ids: IDSource,
    secrets: SecretBox,
    reader: TextReader? = nil,
    now: @escaping Now
  ) {
    self.database = database
    self.blobs = blobs
    self.ids = ids
    self.secrets = secrets
    self.reader = reader
    self.now = now
  }

  /// Runs `command` in one transaction; when this returns, its effect is durable.
  ///
  /// The transaction may run twice (the database can ask for it), so the time is taken before.
  ///
  /// - Throws: ``AccessFailure/notAllowed`` if the viewer lacks the command's scopes, what the
  ///   command throws, or `DatabaseFailure`.
  @discardableResult
  package func perform<C: Command>(_ command: C, as viewer: Viewer) async throws -> C.Output {
    let time = now()
    let (ids, reader) = (ids, reader)
    return try await database.write { transaction in
      let work = Work(
        transaction: transaction,
        viewer: viewer,
        now: time,
        ids: ids,
        reader: reader
      )
      try work.require(C.scopes)
      return try command.run(in: work)
    }
  }

  /// - Throws: as ``perform(_:as:)``.
  package func answer<Q: Query>(_ query: Q, as viewer: Viewer) async throws -> Q.Output {
    let time = now()
    let (ids, reader) = (ids, reader)
    return try await database.read { transaction in
      let work = Work(
        transaction: transaction,
        viewer: viewer,
        now: time,
        ids: ids,
        reader: reader
      )
      try work.require(Q.scopes)
      return try query.run(in: work)
    }
  }
}
