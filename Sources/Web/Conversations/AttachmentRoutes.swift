import Foundation
import HTTPTypes
import ServiceDesk
import Storage

/// Files: uploaded first, then named by a message.
struct AttachmentRoutes: Sendable {
  var operations: [Operation] {
    [
      Operation(
        .post,
        "/blobs",
        "uploadFile",
        "Stores a file for a message to name it; the body is the file",
        scopes: .write,
        query: [
          .init(
            "name",
            .string(length: 1...255, format: .words),
            "The file's name",
            isRequired: true
          )
        ],
        body: .bytes(most: Attachment.mostBytes),
        success: .json(status: 201, Attachment.schema),
        run: upload
      ),
      Operation(
        .get,
        "/attachments/{attachment}",
        "downloadFile",
        "A file's bytes",
        scopes: .read,
        success: .bytes
      ) { call in
        let id: ID<Attachment> = try call.id("attachment", absent: .noSuchAttachment)
        let (file, bytes) = try await call.desk.download(id, as: call.viewer)
        return .file(bytes: bytes, name: file.name.text, type: file.type.text)
      },
    ]
  }

  private func upload(_ call: Call) async throws -> Answer {
    let type = call.headers[.contentType] ?? "application/octet-stream"
    let name = call.query["name"]?.replacing("/", with: "_") ?? ""
    let stored = try await call.desk.upload(
      call.bytes,
      name: Attachment.FileName(name),
      type: Attachment.MediaType(String(type.prefix(127))),
      as: call.viewer,
      once: call.key
    ) { attachment in
      var json = JSONWriter()
      attachment.write(to: &json)
      return StoredAnswer(status: 201, body: json.text)
    }
    return Answer(stored)
  }
}

extension Attachment {
  /// Writes it as the API shows it.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name.text)
      json.member("type", type.text)
      json.member("size", size)
      json.member("sha256", hash.hex)
    }
  }

  static let schema = Schema.named(
    "Attachment",
    .object([
      .required("id", .id),
      .required("name", .string(length: 1...255)),
      .required("type", .string(length: 1...127)),
      .required("size", .integer(1...mostBytes), "In bytes"),
      .required("sha256", .string(length: 64...64)),
    ])
  )

  /// The files that go with a message, by the ids that their uploads gave.
  static let idsSchema = Schema.array(.id, most: mostOfMessage)
}

extension Call {
  /// The files named by the body.
  func attachments() throws -> [ID<Attachment>] {
    try (json["attachments"]?.items ?? []).map { item in
      guard let id = item.text.flatMap({ ID<Attachment>($0) }) else {
        throw AccessFailure.noSuchAttachment
      }
      return id
    }
  }
}
