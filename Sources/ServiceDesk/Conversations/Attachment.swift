package import Storage

/// A file that was uploaded, and goes with a message once one names it.
package struct Attachment: Sendable, Equatable {
  package let id: ID<Attachment>
  package let name: FileName
  /// The media type, as the uploader gave it.
  package let type: MediaType
  /// In bytes.
  package let size: Int
  package let hash: BlobHash
  /// The name by which a mail's own text shows it (RFC 2392), without angle brackets.
  package let contentID: String?
  /// Whether the mail's own text shows it.
  package let isInline: Bool

  /// A file name of 1 to 255 Unicode scalars.
  package typealias FileName = BoundedText<FileNameLimits>
  package typealias MediaType = BoundedText<MediaTypeLimits>

  /// The largest file, in bytes.
  package static let mostBytes = 25 * 1_024 * 1_024
  /// The most files of one message.
  package static let mostOfMessage = 20
  /// The most files that are taken from one mail.
  package static let mostOfMail = 200
}

extension Attachment: Referable {
  package static let noun = "attachment"
}

package enum FileNameLimits: TextLimits {
  package static let range = 1...255
  package static let field = "name"
}

package enum MediaTypeLimits: TextLimits {
  package static let range = 1...127
  package static let field = "type"
}

/// Why a file was not taken.
package enum AttachmentFailure: String, Failure, CaseIterable {
  case empty = "attachmentEmpty"
  case tooLarge = "attachmentTooLarge"
  case tooMany = "tooManyAttachments"
  /// A file goes with one message.
  case alreadySent = "attachmentAlreadySent"

  package var kind: FailureKind { self == .alreadySent ? .conflict : .invalid }

  package var field: String? {
    switch self {
    // The body is the file, and has no members.
    case .empty, .tooLarge: nil
    case .tooMany, .alreadySent: "attachments"
    }
  }
}

extension Attachment {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = "id, name, type, size, hash, content_id, is_inline"

  init(_ row: Row) throws {
    id = try row[0]
    name = try row[1]
    type = try row[2]
    size = try row[3]
    hash = try row[4]
    contentID = try row[5]
    isInline = try row[6]
  }
}

/// Keeps an uploaded file's row; its bytes are stored already.
private struct KeepAttachment: Command {
  /// Visitors have none; ``Desk/upload`` checks everybody else's.
  static let scopes: Scopes = []

  let name: Attachment.FileName
  let type: Attachment.MediaType
  let size: Int
  let hash: BlobHash

  func run(in work: Work) throws -> Attachment {
    let kept = try work.rows(
      """
      INSERT INTO attachment (account_id, id, name, type, size, hash, visitor_id, created_at)
      VALUES (\(work.account), \(work.newID(Attachment.self)), \(name), \(type), \(size),
        \(hash), \(work.viewer.visitor), \(work.now))
      RETURNING \(Attachment.columns)
      """
    )
    guard let row = kept.first else { throw AccessFailure.noSuchAttachment }
    let attachment = try Attachment(row)
    try work.record(AttachmentUploaded(attachment: attachment.id))
    return attachment
  }
}

/// A file was uploaded.
package struct AttachmentUploaded: Event {
  package static let kind = "attachment.uploaded"

  package let attachment: ID<Attachment>

  package var subject: Reference { attachment.reference }
}

/// Finds an uploaded file.
private struct FindAttachment: Query {
  let attachment: ID<Attachment>

  func run(in work: Work) throws -> Attachment {
    let found = try work.rows(
      """
      SELECT \(Attachment.columns) FROM attachment
      WHERE account_id = \(work.account) AND id = \(attachment)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchAttachment }
    return try Attachment(row)
  }
}

extension Desk {
  /// Stores a file, for a message to name it.
  ///
  /// The bytes are durable before the row that speaks of them.
  ///
  /// - Throws: ``AttachmentFailure``.
  package func upload(
    _ bytes: [UInt8],
    name: Attachment.FileName,
    type: Attachment.MediaType,
    as viewer: Viewer,
    once key: RequestKey?,
    answer: @escaping @Sendable (Attachment) throws -> StoredAnswer
  ) async throws -> StoredAnswer {
    guard !bytes.isEmpty else { throw AttachmentFailure.empty }
    guard bytes.count <= Attachment.mostBytes else { throw AttachmentFailure.tooLarge }
    guard viewer.visitor != nil || viewer.scopes.contains(.write) else {
      throw AccessFailure.notAllowed
    }
    let hash = try await blobs.put(bytes, account: viewer.account.raw)
    let command = KeepAttachment(name: name, type: type, size: bytes.count, hash: hash)
    guard let key else { return try answer(await perform(command, as: viewer)) }
    return try await perform(command, as: viewer, once: key, answer: answer)
  }

  /// A file and its bytes.
  ///
  /// - Throws: ``AccessFailure/noSuchAttachment``.
  package func download(
    _ attachment: ID<Attachment>,
    as viewer: Viewer
  ) async throws -> (Attachment, [UInt8]) {
    let found =
      viewer.visitor == nil
      ? try await answer(FindAttachment(attachment: attachment), as: viewer)
      : try await answer(FindChatAttachment(attachment: attachment), as: viewer)
    guard let bytes = try await blobs.bytes(found.hash, account: viewer.account.raw) else {
      throw AccessFailure.noSuchAttachment
    }
    return (found, bytes)
  }
}
