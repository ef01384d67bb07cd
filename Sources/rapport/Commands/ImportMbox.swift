import ArgumentParser
import Channels
import Foundation
import Logging
import Mail
import ServiceDesk
import Storage

/// Brings in the mails of a file; whoever repeats it brings in nothing twice, and nobody is written
/// to because of it.
struct ImportMbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mbox",
    abstract: "Bring in the mails of an mbox file, as if a mailbox had got them then.",
    discussion: "The file is read from its beginning; the same mail is kept once."
  )

  // Read at a time; a mail is held in memory as a whole.
  private static let chunkBytes = 1_048_576

  @OptionGroup var storage: StorageOptions
  @Argument(help: "The file.") var file: String
  @Option(help: "The address of the mailbox that got the mails.") var mailbox: String

  func run() async throws {
    try await storage.withDesk { desk in
      guard let handle = FileHandle(forReadingAtPath: file) else {
        throw OperationFailure("cannot read \(file)")
      }
      defer { try? handle.close() }
      let (account, mailbox) = try await find(mailbox, in: desk)
      var course = ImportCourse(desk: desk, account: account, mailbox: mailbox)
      var reader = MboxReader(mostBytes: MailSource.mostBytes)
      while let chunk = try handle.read(upToCount: Self.chunkBytes), !chunk.isEmpty {
        for entry in reader.read(chunk) { try await course.take(entry) }
      }
      for entry in reader.finish() { try await course.take(entry) }
      print(course.summary)
    }
  }

  private func find(
    _ address: String,
    in desk: Desk
  ) async throws -> (account: ID<Account>, mailbox: ID<Mailbox>) {
    let found = try await desk.mailboxes(at: address)
    guard let first = found.first else {
      throw OperationFailure("there is no mailbox with the address \(address); add it first")
    }
    guard found.count == 1 else {
      throw OperationFailure("several accounts have a mailbox with the address \(address)")
    }
    return first
  }
}

/// How far an import has come.
private struct ImportCourse {
  private static let reportedEach = 100

  let desk: Desk
  let account: ID<Account>
  let mailbox: ID<Mailbox>

  private let logger = Logger(label: "import")
  private var taken = 0
  private var repeated = 0
  private var tooLarge = 0

  init(desk: Desk, account: ID<Account>, mailbox: ID<Mailbox>) {
    self.desk = desk
    self.account = account
    self.mailbox = mailbox
  }

  private var all: Int { taken + repeated + tooLarge }

  var summary: String {
    "\(all) mails: \(taken) brought in, \(repeated) there already, \(tooLarge) too large"
  }

  mutating func take(_ entry: MboxReader.Entry) async throws {
    if entry.isTooLarge {
      tooLarge += 1
    } else {
      let arrival = arrival(of: entry)
      // What is written because of it is of the time when it came.
      let kept = try await MailReader(desk: desk.at(arrival), logger: logger).take(
        entry.bytes,
        mailbox: mailbox,
        arrivedAt: arrival,
        isImport: true,
        of: account
      )
      if kept.isRepeat { repeated += 1 } else { taken += 1 }
    }
    guard all.isMultiple(of: Self.reportedEach) else { return }
    FileHandle.standardError.write(Data("\(all) mails …\n".utf8))
  }

  /// As the line before it says, else as it says itself; now where neither makes sense.
  private func arrival(of entry: MboxReader.Entry) -> Timestamp {
    let now = desk.now()
    // What cannot be read at all is quarantined when it is taken in.
    let date = entry.arrivedAt ?? (try? ParsedMail(parsing: entry.bytes))?.date
    guard let seconds = date?.timeIntervalSince1970, seconds > 0 else { return now }
    return min(now, Timestamp(milliseconds: Int64(seconds * 1_000)))
  }
}

extension Desk {
  /// The same desk at another time.
  fileprivate func at(_ time: Timestamp) -> Desk {
    Desk(database: database, blobs: blobs, ids: ids, secrets: secrets, reader: reader) { time }
  }
}
