import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceDesk

/// Writing: replies and notes, the files that go with them, drafts and saved replies.
struct ComposerRoutes: Sendable {
  let gate: DeskGate

  func add(to router: Router<WebContext>) {
    gate.post("/desk/conversations/{conversation}/messages", on: router, send)
    gate.put("/desk/drafts/{conversation}", on: router) { visit, form in
      guard let kind = Draft.Kind(rawValue: form["kind"]) else {
        throw Problem(status: 422, code: "invalidBody")
      }
      let draft = SaveDraft(
        conversation: try visit.conversation(),
        kind: kind,
        text: try Draft.Text(form["text"])
      )
      try await visit.perform(draft)
      return Response(status: .noContent)
    }
    gate.get("/desk/saved-replies", on: router, savedReplies)
    gate.upload("/desk/attachments", on: router, upload)
    gate.get("/desk/attachments/{attachment}", on: router, download)
  }

  @Sendable private func send(_ visit: DeskVisit, _ form: FormBody) async throws -> Response {
    let conversation = try visit.conversation()
    let text = try Message.Body(form["text"])
    let attachments = try form["attachments"].split(separator: ",").map { text in
      guard let id = ID<Attachment>(text) else { throw AccessFailure.noSuchAttachment }
      return id
    }
    let key = try form.requestKey(for: "message \(conversation)")
    let id =
      form["kind"] == "note"
      ? try await visit.once(
        AddNote(conversation: conversation, text: text, attachments: attachments),
        key
      )
      : try await visit.once(
        Reply(conversation: conversation, text: text, attachments: attachments),
        key
      )
    guard visit.isByScript else {
      return .seeOther("/desk/conversations/\(conversation)#message-\(id)")
    }
    return .json(status: .created) { json in
      json.object { $0.member("id", id) }
    }
  }

  @Sendable private func savedReplies(_ visit: DeskVisit) async throws -> Response {
    guard let conversation = visit.query("conversation").flatMap({ ID<Conversation>($0) }) else {
      throw AccessFailure.noSuchConversation
    }
    let window = Window(limit: Window.mostItems)
    let filled = try await visit.answer(
      FillSavedReplies(conversation: conversation, window: window)
    )
    return .json { json in
      json.object { json in
        json.name("items")
        json.array(filled.items) { json, reply in
          json.object { json in
            json.member("id", reply.id)
            json.member("name", reply.name)
            json.member("shortcut", reply.shortcut)
            json.member("text", reply.text)
          }
        }
      }
    }
  }

  @Sendable private func upload(_ visit: DeskVisit) async throws -> Response {
    let body = try await visit.request.body.collect(upTo: Attachment.mostBytes)
    let name = (visit.query("name") ?? "").replacing("/", with: "_")
    let type = visit.request.headers[.contentType] ?? "application/octet-stream"
    let stored = try await visit.desk.upload(
      Array(buffer: body),
      name: Attachment.FileName(name),
      type: Attachment.MediaType(String(type.prefix(127))),
      as: visit.viewer,
      once: nil
    ) { attachment in
      var json = JSONWriter()
      attachment.write(to: &json)
      return StoredAnswer(status: 201, body: json.text)
    }
    return .json(status: .created) { $0.raw(stored.body) }
  }

  /// A picture is shown in its place if its bytes are those of one; all else is only to be kept.
  @Sendable private func download(_ visit: DeskVisit) async throws -> Response {
    let id: ID<Attachment> = try visit.id("attachment", absent: .noSuchAttachment)
    let (file, bytes) = try await visit.desk.download(id, as: visit.viewer)
    guard visit.request.uri.queryParameters["inline"] != nil,
      let type = PictureType(of: bytes)
    else {
      return Answer.file(bytes: bytes, name: file.name.text, type: file.type.text)
        .response(to: visit.request)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: type.rawValue,
        .cacheControl: "private, max-age=86400, immutable",
        .contentSecurityPolicy: "default-src 'none'; sandbox",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}

extension FormBody {
  /// The key that the page made for this one sending; another text under it is a mistake.
  func requestKey(for purpose: String) throws -> RequestKey? {
    guard !self["key"].isEmpty else { return nil }
    let told = [purpose, self["kind"], self["text"], self["attachments"], self["email"]]
    let digest = SHA256.hash(data: Data(told.joined(separator: "\0").utf8))
    return try RequestKey(key: self["key"], fingerprint: Array(digest))
  }
}

extension DeskVisit {
  /// Writes the message, once under its key.
  fileprivate func once<C: Command>(
    _ command: C,
    _ key: RequestKey?
  ) async throws -> ID<Message> where C.Output == Message {
    guard let key else { return try await perform(command).id }
    let stored = try await desk.perform(command, as: viewer, once: key) { message in
      StoredAnswer(status: 201, body: String(message.id.raw))
    }
    return ID(Int64(stored.body) ?? 0)
  }
}

/// The kinds of pictures that browsers show and that hold no scripts, told by their first bytes
/// (<https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern>).
enum PictureType: String {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case gif = "image/gif"
  case webp = "image/webp"
  case avif = "image/avif"

  init?(of bytes: [UInt8]) {
    func begins(_ text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if begins("GIF87a") || begins("GIF89a") {
      self = .gif
    } else if begins("RIFF"), begins("WEBP", at: 8) {
      self = .webp
    } else if begins("ftypavif", at: 4) {
      self = .avif
    } else {
      return nil
    }
  }
}
