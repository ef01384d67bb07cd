package import Storage
import Synchronization

/// A client's key for one request, so that repeating the request does nothing twice.
package struct RequestKey: Sendable, Hashable {
  package let key: String
  /// A digest of the whole request; another request under the same key is a mistake.
  package let fingerprint: [UInt8]

  /// - Throws: ``OnceFailure/malformedKey`` unless `key` is 1 to 255 visible ASCII characters.
  package init(key: String, fingerprint: [UInt8]) throws {
    guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw OnceFailure.malformedKey }
    self.key = key
    self.fingerprint = fingerprint
  }
}

/// What the client was told, kept to be told again.
package struct StoredAnswer: Sendable, Equatable {
  package let status: Int
  package let body: String

  package init(status: Int, body: String) {
    self.status = status
    self.body = body
  }
}

/// Why a repeated request was not answered.
package enum OnceFailure: String, Failure, CaseIterable {
  case malformedKey
  /// The key belongs to another request.
  case keyReused
  /// The first request is still at work.
  case stillRunning

  package var kind: FailureKind { self == .stillRunning ? .conflict : .invalid }
}

extension Desk {
  /// Runs `command` and keeps what it answers, in one transaction; the same key and fingerprint
  /// within 24 hours get the same answer, and nothing is done again.
  ///
  /// A command that fails leaves no trace of its key: the client may mend it and try again. What
  /// must not be kept, such as a token's secret, is left out of `kept`, and so of a repeat.
  ///
  /// - Throws: ``OnceFailure``, or as ``perform(_:as:)``.
  package func perform<C: Command>(
    _ command: C,
    as viewer: Viewer,
    once key: RequestKey,
    answer: @escaping @Sendable (C.Output) throws -> StoredAnswer,
    kept: (@Sendable (C.Output) throws -> StoredAnswer)? = nil
  ) async throws -> StoredAnswer {
    let name = RunningKeys.Name(account: viewer.account, key: key.key)
    guard running.enter(name) else { throw OnceFailure.stillRunning }
    defer { running.leave(name) }
    let once = Once(command: command, key: key, answer: answer, kept: kept ?? answer)
    return try await perform(once, as: viewer)
  }
}

/// A command whose answer is kept under a key.
private struct Once<C: Command>: Command {
  static var scopes: Scopes { C.scopes }

  private static var keptFor: Duration { .hours(24) }

  let command: C
  let key: RequestKey
  let answer: @Sendable (C.Output) throws -> StoredAnswer
  let kept: @Sendable (C.Output) throws -> StoredAnswer

  func run(in work: Work) throws -> StoredAnswer {
    guard try claim(in: work) else { return try repeated(in: work) }
    let output = try command.run(in: work)
    let kept = try kept(output)
    try work.execute(
      """
      UPDATE request_key SET status = \(kept.status), body = \(kept.body)
      WHERE account_id = \(work.account) AND key = \(key.key)
      """
    )
    return try answer(output)
  }

  /// The unique index decides who is first; on PostgreSQL the second waits for the first here.
  private func claim(in work: Work) throws -> Bool {
    let claimed = try work.rows(
      """
      INSERT INTO request_key (account_id, key, fingerprint, status, body, created_at)
      VALUES (\(work.account), \(key.key), \(key.fingerprint), 0, '', \(work.now))
      ON CONFLICT (account_id, key) DO UPDATE
        SET fingerprint = excluded.fingerprint, created_at = excluded.created_at
        WHERE request_key.created_at < \(work.now - Self.keptFor)
      RETURNING 1
      """
    )
    return !claimed.isEmpty
  }

  private func repeated(in work: Work) throws -> StoredAnswer {
    let stored = try work.rows(
      """
      SELECT fingerprint, status, body FROM request_key
      WHERE account_id = \(work.account) AND key = \(key.key)
      """
    )
    guard let row = stored.first else { throw OnceFailure.stillRunning }
    guard try row[0] == key.fingerprint else { throw OnceFailure.keyReused }
    return StoredAnswer(status: try row[1], body: try row[2])
  }
}

/// The keys whose requests are at work in this process.
final class RunningKeys: Sendable {
  struct Name: Hashable {
    let account: ID<Account>
    let key: String
  }

  private let names = Mutex<Set<Name>>([])

  func enter(_ name: Name) -> Bool { names.withLock { $0.insert(name).inserted } }

  func leave(_ name: Name) { names.withLock { _ = $0.remove(name) } }
}

/// The table of request keys.
package enum RequestKeySchema {
  package static let migrations = [
    Migration("2026-11-22-10-request-key") { dialect in
      [
        """
        CREATE TABLE request_key (
          account_id BIGINT NOT NULL REFERENCES account (id),
          key TEXT NOT NULL,
          fingerprint \(dialect.blob) NOT NULL,
          status BIGINT NOT NULL,
          body TEXT NOT NULL,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, key)
        )
        """,
        "CREATE INDEX request_key_age ON request_key (created_at)",
      ]
    }
  ]
}
