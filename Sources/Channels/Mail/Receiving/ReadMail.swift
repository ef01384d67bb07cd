import ServiceDesk
package import Storage

/// Reads a mail that was kept, but whose reading did not come to its end.
package struct ReadMail: JobHandler {
  package static let kind = ReadMailJob.kind

  private let reader: MailReader

  package init(reader: MailReader) { self.reader = reader }

  package func perform(_ job: Job) async throws {
    // A payload is what the program has written itself.
    guard let source = ID<MailSource>(job.payload) else { return }
    try await reader.read(source, of: ID(job.account))
  }
}
