import HTTPTypes
import ServiceDesk

extension ChatRoutes {
  /// Files: uploaded first, then named by a message.
  var attachmentRoutes: [ChatRoute] {
    [
      ChatRoute(
        Operation(
          .post,
          "/attachments",
          "uploadToChat",
          "Stores a file for a message to name it; the body is the file",
          scopes: [],
          query: [
            .init(
              "name",
              .string(length: 1...255, format: .words),
              "The file's name",
              isRequired: true
            )
          ],
          body: .bytes(most: Attachment.mostBytes),
          success: .json(status: 201, .object([])),
          run: upload
        ),
        limit: ChatLimits.uploads
      ),
      ChatRoute(
        Operation(
          .get,
          "/attachments/{attachment}",
          "downloadFromChat",
          "A file's bytes",
          scopes: [],
          success: .bytes
        ) { call in
          let id: ID<Attachment> = try call.id("attachment", absent: .noSuchAttachment)
          let (file, bytes) = try await call.desk.download(id, as: call.viewer)
          return .file(bytes: bytes, name: file.name.text, type: file.type.text)
        },
        limit: ChatLimits.reads
      ),
    ]
  }

  private func upload(_ call: Call) async throws -> Answer {
    let type = call.headers[.contentType] ?? "application/octet-stream"
    let name = call.query["name"]?.replacing("/", with: "_") ?? ""
    let stored = try await desk.upload(
      call.bytes,
      name: Attachment.FileName(name),
      type: Attachment.MediaType(String(type.prefix(127))),
      as: call.viewer,
      once: call.ownKey()
    ) { attachment in
      var json = JSONWriter()
      attachment.writeForCustomer(to: &json)
      return StoredAnswer(status: 201, body: json.text)
    }
    return Answer(stored)
  }
}

extension Call {
  /// The client's key, apart from the same key of another visitor or of the account's programs.
  ///
  /// - Throws: ``OnceFailure/malformedKey``.
  fileprivate func ownKey() throws -> RequestKey? {
    try key.map { key in
      let visitor = viewer.visitor?.description ?? ""
      return try RequestKey(key: "visitor-\(visitor)-\(key.key)", fingerprint: key.fingerprint)
    }
  }
}
