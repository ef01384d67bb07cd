package import Logging
import Mail
package import ServiceDesk
package import Storage

/// Reads mail that was kept, and hands it to the desk.
package struct MailReader: Sendable {
  private let desk: Desk
  private let logger: Logger

  package init(desk: Desk, logger: Logger) {
    self.desk = desk
    self.logger = logger
  }

  /// Keeps a mail and reads it; when this returns, it is durable, and shown somewhere.
  ///
  /// What is imported is never answered, and nobody is told of it.
  ///
  /// - Throws: `DatabaseFailure`; what cannot be read is quarantined instead.
  @discardableResult
  package func take(
    _ raw: [UInt8],
    mailbox: ID<Mailbox>?,
    arrivedAt: Timestamp,
    cursor: MailboxCursor? = nil,
    isToMark: Bool = false,
    isImport: Bool = false,
    of account: ID<Account>
  ) async throws -> KeepMail.Kept {
    let hash = try await desk.blobs.put(raw, account: account.raw)
    let kept = try await desk.perform(
      KeepMail(
        hash: hash,
        size: raw.count,
        mailbox: mailbox,
        arrivedAt: arrivedAt,
        cursor: cursor,
        isToMark: isToMark,
        isImport: isImport
      ),
      as: .system(of: account)
    )
    if !kept.isRepeat { try await read(kept.source, raw: raw, of: account) }
    return kept
  }

  /// Reads a mail that was kept before; nothing happens if it is settled.
  package func read(_ source: ID<MailSource>, of account: ID<Account>) async throws {
    let mail = try await desk.answer(FindMailSource(source: source), as: .system(of: account))
    guard mail.state == .waiting else { return }
    guard let raw = try await desk.blobs.bytes(mail.hash, account: account.raw) else {
      return try await quarantine(source, reason: "sourceMissing", of: account)
    }
    try await read(source, raw: raw, of: account)
  }

  private func read(
    _ source: ID<MailSource>,
    raw: [UInt8],
    of account: ID<Account>
  ) async throws {
    do {
      let parsed = try ParsedMail(parsing: raw)
      let parts = try await keep(parsed.attachments, of: account)
      let trusted = try await trustedServers(of: account)
      let mail = IncomingMail(parsed, parts: parts, trusting: trusted)
      try await desk.perform(ReceiveMail(source: source, mail: mail), as: .system(of: account))
    } catch let failure as DatabaseFailure where failure.isPassing {
      throw failure
    } catch let failure as Mail.MailFailure {
      try await quarantine(source, reason: failure.rawValue, of: account)
    } catch let failure as any Failure {
      try await quarantine(source, reason: failure.code, of: account)
    } catch {
      logger.error("a mail could not be taken in", metadata: ["error": "\(error)"])
      try await quarantine(source, reason: "internal", of: account)
    }
  }

  private func keep(
    _ attachments: [MailAttachment],
    of account: ID<Account>
  ) async throws -> [IncomingMail.Part] {
    var parts: [IncomingMail.Part] = []
    for file in attachments.prefix(Attachment.mostOfMail) where !file.bytes.isEmpty {
      parts.append(
        IncomingMail.Part(
          name: file.name ?? file.fallbackName,
          type: file.type,
          size: file.bytes.count,
          hash: try await desk.blobs.put(file.bytes, account: account.raw),
          isInline: file.isInline,
          contentID: file.contentID
        )
      )
    }
    return parts
  }

  private func trustedServers(of account: ID<Account>) async throws -> Set<String> {
    let mailboxes = try await desk.answer(ListMailboxes(), as: .system(of: account))
    return Set(mailboxes.compactMap { $0.settings.trustedServer?.lowercased() })
  }

  private func quarantine(
    _ source: ID<MailSource>,
    reason: String,
    of account: ID<Account>
  ) async throws {
    try await desk.perform(
      QuarantineMail(source: source, reason: reason),
      as: .system(of: account)
    )
  }
}

extension MailAttachment {
  /// What a file without a name is called, so that programs know what to do with it.
  fileprivate var fallbackName: String {
    switch type {
    case "message/rfc822", "message/global": "message.eml"
    case "text/calendar": "invitation.ics"
    case "text/plain": "text.txt"
    case "image/png": "image.png"
    case "image/jpeg": "image.jpg"
    case "application/pdf": "document.pdf"
    default: "file"
    }
  }
}
