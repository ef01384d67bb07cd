import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceDesk

/// The chat as a page of its own; what may be done there, and how often, is as below `/widget/v1`.
struct ChatPageRoutes: Sendable {
  private static let mostFormBytes = 2 * 1_024 * 1_024
  private static let window = 30

  let chat: ChatRoutes
  let assets: String

  private var desk: Desk { chat.desk }

  func add(to router: Router<WebContext>) {
    router.get("/chat/{key}") { request, context in
      try await answer(context) { inbox in
        let visit = try await visit(request, to: inbox)
        return try await page(inbox, visit, request, context)
      }
    }
    router.post("/chat/{key}") { request, context in
      try await answer(context) { try await write(to: $0, request, context) }
    }
    router.get("/chat/{key}/colour.css") { _, context in
      let css = ChatPageColour(colour: try await inbox(context).settings.colour).css
      return Response(
        status: .ok,
        headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "no-cache"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: css))
      )
    }
    router.get("/chat/{key}/attachments/{attachment}") { request, context in
      let inbox = try await inbox(context)
      guard let visit = try await visit(request, to: inbox),
        let id = context.parameters.get("attachment").flatMap({ ID<Attachment>($0) })
      else { throw AccessFailure.noSuchAttachment }
      try chat.require(ChatLimits.reads, of: visit.visitor.id.description)
      let (file, bytes) = try await desk.download(id, as: visit.viewer)
      return Answer.file(bytes: bytes, name: file.name.text, type: file.type.text)
        .response(to: request)
    }
  }

  /// A fault is shown as a page.
  private func answer(
    _ context: WebContext,
    _ run: (Inbox) async throws -> Response
  ) async throws -> Response {
    do {
      return try await run(try await inbox(context))
    } catch {
      guard let problem = Problem(error) else { throw error }
      var response = fault(problem, context)
      if let seconds = problem.retryAfterSeconds { response.headers[.retryAfter] = "\(seconds)" }
      return response
    }
  }

  private func fault(_ problem: Problem, _ context: WebContext) -> Response {
    let text = context.language.catalogue.problem(problem.code, status: problem.status)
    let detail =
      problem.code == ChatFailure.blocked.code ? context.language.site.chat.blocked : text.detail
    let page = PublicLayout(
      language: context.language,
      title: text.title,
      assets: assets,
      content: "<h1>\(text.title)</h1>\(Notice(detail, tone: .bad).html)"
    )
    return .page(page.html, status: .init(code: problem.status))
  }

  private func inbox(_ context: WebContext) async throws -> Inbox {
    guard let key = context.parameters.get("key").flatMap({ InboxKey($0) }) else {
      throw AccessFailure.noSuchInbox
    }
    return try await desk.inbox(key)
  }

  /// Who holds the cookie, if it is a visitor of this inbox.
  private func visit(_ request: Request, to inbox: Inbox) async throws -> Visit? {
    guard let text = request.cookies[VisitorCookie.name]?.value,
      let secret = VisitorSecret(text), let visit = try await desk.visit(holding: secret),
      visit.inbox.id == inbox.id
    else { return nil }
    guard !visit.visitor.isBlocked else { throw ChatFailure.blocked }
    return visit
  }

  // MARK: Reading

  private func page(
    _ inbox: Inbox,
    _ visit: Visit?,
    _ request: Request,
    _ context: WebContext,
    form: ChatPage.Form = ChatPage.Form(),
    key: String = DeskVisit.newKey(),
    status: Int = 200
  ) async throws -> Response {
    let before = request.uri.queryParameters["before"].flatMap { Cursor(String($0)) }
    var history: ChatMessages.History?
    if let visit {
      try chat.require(ChatLimits.reads, of: visit.visitor.id.description)
      let query = ChatMessages(window: Window(limit: Self.window, after: before))
      let found = try await desk.answer(query, as: visit.viewer)
      history = found
      // What is shown has been read.
      if before == nil, let last = found.messages.last {
        chat.readMarks.note(try await desk.answer(ReadChat(message: last.id), as: visit.viewer))
      }
    }
    let system = Viewer.system(of: inbox.key.account)
    let page = ChatPage(
      language: context.language,
      inbox: inbox,
      isAvailable: try await desk.answer(InboxAvailability(), as: system),
      replyMinutes: try await desk.answer(CurrentAccount(), as: system).settings.replyMinutes,
      messages: history?.messages ?? [],
      older: history?.older,
      form: form,
      isAsking: isAsking(inbox, visit, hasWritten: !(history?.messages.isEmpty ?? true)),
      sendKey: key,
      assets: assets
    )
    return .page(page.html, status: .init(code: status))
  }

  private func isAsking(_ inbox: Inbox, _ visit: Visit?, hasWritten: Bool) -> Bool {
    guard visit?.visitor.isProved != true,
      visit?.visitor.claims.name == nil, visit?.visitor.claims.email == nil
    else { return false }
    return switch inbox.settings.form.when {
    case .never: false
    case .before: true
    case .after: hasWritten
    }
  }

  // MARK: Writing

  private func write(
    to inbox: Inbox,
    _ request: Request,
    _ context: WebContext
  ) async throws -> Response {
    // No token of a session stands in the form: the origin alone must do.
    guard request.isFromOwnOrigin else { throw Problem(status: 403, code: "foreignForm") }
    let address = RateLimiter.subject(ofAddress: context.origin.address)
    try chat.require(ChatLimits.messagesOfAddress, of: address)
    let known = try await visit(request, to: inbox)
    if let known { try chat.require(ChatLimits.messages, of: known.visitor.id.description) }
    let body = FormBody(
      String(buffer: try await request.body.collect(upTo: Self.mostFormBytes))
    )
    let typed = Typed(body, isAsked: isAsking(inbox, known, hasWritten: false), inbox.settings.form)
    guard typed.form.faults.isEmpty, let text = typed.text else {
      return try await page(
        inbox,
        known,
        request,
        context,
        form: typed.form.said(in: context.language),
        key: body["key"],
        status: 422
      )
    }
    var cookie: Cookie?
    var viewer = known?.viewer
    if viewer == nil {
      try chat.require(ChatLimits.admissions, of: address)
      let admitted = try await desk.perform(
        AdmitVisitor(inbox: inbox.id, language: LanguageTag(context.language.rawValue)),
        as: .system(of: inbox.key.account)
      )
      viewer = Viewer(
        account: inbox.key.account,
        actor: .visitor(admitted.visitor),
        scopes: []
      )
      cookie = VisitorCookie.of(
        admitted.token,
        of: inbox.key,
        isSecure: context.origin.isEncrypted
      )
    }
    guard let viewer else { throw AccessFailure.notAllowed }
    if typed.name != nil || typed.email != nil {
      _ = try await desk.perform(ClaimIdentity(name: typed.name, email: typed.email), as: viewer)
    }
    let key = body["key"].isEmpty ? nil : try Message.ClientKey(body["key"])
    _ = try await desk.perform(WriteChatMessage(text: text, key: key), as: viewer)
    let response = Response.seeOther("/chat/\(inbox.key.text)#write")
    return cookie.map { response.setting($0) } ?? response
  }
}

/// What a visitor has typed, as far as it can be taken.
private struct Typed {
  var form = ChatPage.Form()
  var text: Message.Body?
  var name: Customer.Name?
  var email: EmailAddress?
}

extension Typed {
  fileprivate init(_ body: FormBody, isAsked: Bool, _ settings: InboxForm) {
    self.init()
    form.text = body["text"]
    form.name = body["name"]
    form.email = body["email"]
    text = take("text", isRequired: true) { try Message.Body($0) }
    name = take("name", isRequired: isAsked && settings.name == .required) {
      try Customer.Name($0)
    }
    email = take("email", isRequired: isAsked && settings.email == .required) {
      try EmailAddress($0)
    }

    func take<T>(_ name: String, isRequired: Bool, _ read: (String) throws -> T) -> T? {
      guard isRequired || !body[name].trimmed.isEmpty else { return nil }
      do {
        return try read(body[name])
      } catch {
        form.faults[name] = Problem(error)?.code ?? "badRequest"
        return nil
      }
    }
  }
}

extension ChatPage.Form {
  /// The same with the faults' texts in place of their codes.
  fileprivate func said(in language: Language) -> Self {
    var form = self
    form.faults = faults.mapValues { language.catalogue.problem($0, status: 422).detail }
    return form
  }
}

/// The cookie by which a browser without scripts is the same visitor again.
private enum VisitorCookie {
  static let name = "rapport_visitor"
  private static let lifetimeSeconds = 365 * 86_400

  static func of(_ token: VisitorSecret, of inbox: InboxKey, isSecure: Bool) -> Cookie {
    Cookie(
      name: name,
      value: token.text,
      maxAge: lifetimeSeconds,
      path: "/chat/\(inbox.text)",
      secure: isSecure,
      httpOnly: true,
      sameSite: .lax
    )
  }
}
