import ArgumentParser
import Channels
import Crypto
import Foundation
import Logging
import ServiceDesk
import Storage

/// Mails that Rapport parses, folds, sanitises, threads and stores in a second, in one process, as
/// it does with those of a mailbox: each is durable, and shown, when it is counted.
///
/// Reads the files below the folders given, over and over for the seconds given, each time under
/// other message ids, and prints one line of JSON, like `parse.py`.
@main
struct Store: AsyncParsableCommand {
  @Argument(help: "Folders of messages.") var folders: [String]
  @Option(help: "How long to go on.") var seconds = 5.0
  @Option(help: "How many mailboxes are read from at once.") var mailboxes = 32

  func run() async throws {
    let sources = try folders.flatMap(Self.sources)
    guard !sources.isEmpty else { throw ValidationError("no .eml files there") }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rapport-bench-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (desk, account) = try await Self.desk(in: folder)
    let reader = MailReader(desk: desk, logger: Logger(label: "bench"))
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    let start = clock.now
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<mailboxes {
        group.addTask { try await take(sources, number, until: end, by: reader, account) }
      }
      return try await group.reduce(0, +)
    }
    let taken = (clock.now - start) / .seconds(1)
    let rate = Int((Double(counts) / taken).rounded())
    print(#"{"messages": \#(counts), "seconds": \#(taken), "perSecond": \#(rate)}"#)
    await desk.database.close()
  }

  private func take(
    _ sources: [[UInt8]],
    _ number: Int,
    until end: ContinuousClock.Instant,
    by reader: MailReader,
    _ account: ID<Account>
  ) async throws -> Int {
    var count = 0
    while ContinuousClock().now < end {
      let mark = Array(
        "X-Bench: \(number).\(count)\r\nMessage-ID: <\(number).\(count)@bench>\r\n".utf8
      )
      let raw = mark + sources[(number * 17 + count) % sources.count]
      try await reader.take(raw, mailbox: nil, arrivedAt: .systemClock(), of: account)
      count += 1
    }
    return count
  }

  private static func desk(in folder: URL) async throws -> (Desk, ID<Account>) {
    let database = Database(engine: try SQLiteEngine(file: folder.appending(path: "rapport.db")))
    try await Schema.migrator.migrate(database, now: .systemClock())
    let desk = Desk(
      database: database,
      blobs: FolderBlobStore(folder: folder.appending(path: "blobs")),
      ids: IDSource(
        node: 0,
        floor: Timestamp(milliseconds: 0),
        validUntil: Timestamp(milliseconds: .max),
        now: Timestamp.systemClock
      ),
      secrets: SecretBox(key: SymmetricKey(size: .bits256)),
      now: Timestamp.systemClock
    )
    let made = try await desk.perform(
      CreateAdministrator(
        account: Account.Name("Bench"),
        name: Agent.Name("Bench"),
        email: EmailAddress("bench@example.org")
      ),
      as: .system(of: ID(0))
    )
    return (desk, made.account)
  }

  private static func sources(in folder: String) throws -> [[UInt8]] {
    let root = URL(filePath: folder)
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".eml") }.sorted()
      .map { [UInt8](try Data(contentsOf: root.appending(path: $0))) }
  }
}
