import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceDesk

/// Writing: replies and notes, the files that go with them, drafts and saved replies.
struct ComposerRoutes: Sendable {
  let gate: DeskGate
  let readMarks: ReadMarks

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
    gate.post("/desk/conversations/{conversation}/coach", on: router, coach)
    gate.get("/desk/saved-replies", on: router, savedReplies)
    gate.upload("/desk/attachments", on: router, upload)
    gate.get("/desk/attachments/{attachment}", on: router, download)
  }

  @Sendable private func send(_ visit: DeskVisit, _ form: FormBody) async throws -> Response {
    let conversation = try visit.conversation()
    do {
      let id =
        form["kind"] == "note"
        ? try await addNote(to: conversation, visit, form)
        : try await reply(in: conversation, visit, form)
      guard visit.isByScript else {
        return .seeOther("/desk/conversations/\(conversation)#message-\(id)")
      }
      return .json(status: .created) { json in
        json.object { $0.member("id", id) }
      }
    } catch let failure where !visit.isByScript && Problem(failure)?.isOfRecipients == true {
      return try await refuse(failure, in: conversation, visit, form)
    }
  }

  @Sendable private func coach(_ visit: DeskVisit, _ form: FormBody) async throws -> Response {
    let text = try Message.Body(form["text"]).text
    let question = CoachReply(conversation: try visit.conversation(), text: text)
    guard let reading = try await visit.answer(question) else {
      return Response(status: .noContent)
    }
    return .page(ReplyCoach(language: visit.language, reading: reading).html)
  }

  private func addNote(
    to conversation: ID<Conversation>,
    _ visit: DeskVisit,
    _ form: FormBody
  ) async throws -> ID<Message> {
    let note = AddNote(
      conversation: conversation,
      text: try Message.Body(form["text"]),
      attachments: try form.attachments()
    )
    return try await visit.once(note, form.requestKey(for: "message \(conversation)"))
  }

  private func reply(
    in conversation: ID<Conversation>,
    _ visit: DeskVisit,
    _ form: FormBody
  ) async throws -> ID<Message> {
    let reply = ConfirmedReply(
      reply: Reply(
        conversation: conversation,
        text: try Message.Body(form["text"]),
        attachments: try form.attachments(),
        recipients: try TypedRecipients(form)?.recipients()
      ),
      isConfirmed: form["confirmed"] == "1"
    )
    return try await visit.once(reply, form.requestKey(for: "message \(conversation)"))
  }

  /// The page again, with what was typed and what is to be done about it.
  private func refuse(
    _ failure: any Error,
    in conversation: ID<Conversation>,
    _ visit: DeskVisit,
    _ form: FormBody
  ) async throws -> Response {
    guard let problem = Problem(failure) else { throw failure }
    let page = PageState(
      view: .all,
      after: nil,
      conversation: PaneState(
        conversation: conversation,
        before: nil,
        seen: try readMarks.read(visit)
      )
    )
    let refused = RefusedReply(
      text: form["text"],
      typed: TypedRecipients(form),
      fault: visit.language.catalogue.problem(problem.code, status: problem.status).detail
    )
    let state = try await visit.answer(page)
    return .page(
      visit.page(state, view: .all, refused: refused).html,
      status: .init(code: problem.status)
    )
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
    let told = [
      purpose, self["kind"], self["text"], self["attachments"], self["email"], self["to"],
      self["cc"], self["bcc"],
    ]
    let digest = SHA256.hash(data: Data(told.joined(separator: "\0").utf8))
    return try RequestKey(key: self["key"], fingerprint: Array(digest))
  }
}

extension FormBody {
  /// The files that the message names.
  fileprivate func attachments() throws -> [ID<Attachment>] {
    try self["attachments"].split(separator: ",").map { text in
      guard let id = ID<Attachment>(text) else { throw AccessFailure.noSuchAttachment }
      return id
    }
  }
}

extension Problem {
  /// Whether it is about who is written to.
  fileprivate var isOfRecipients: Bool {
    code == Self.recipientsUnconfirmed.code || code == EmailAddressFailure.malformed.code
      || faults.contains { $0.pointer == "/to" }
  }

  /// Somebody was added or left out, and nobody said that this is meant.
  static let recipientsUnconfirmed = Problem(
    status: 422,
    code: "recipientsUnconfirmed",
    faults: [Fault(pointer: "/confirmed", detail: nil)]
  )
}

/// A reply to those who were proposed, or to others if that was confirmed.
struct ConfirmedReply: Command {
  let reply: Reply
  let isConfirmed: Bool

  func run(in work: Work) throws -> Message {
    if !isConfirmed, let chosen = reply.recipients,
      let proposed = try FindMailAnswer(conversation: reply.conversation).run(in: work),
      RecipientChange(from: proposed.recipients, to: chosen) != nil
    {
      throw Problem.recipientsUnconfirmed
    }
    return try reply.run(in: work)
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
