import HTTPTypes
import Hummingbird
import ServiceDesk

/// How one conversation stands, for the customer who holds its link; works without scripts.
struct TrackingRoutes: Sendable {
  private static let mostFormBytes = 2 * 1_024 * 1_024
  private static let reads = RateLimit(name: "tracked", burst: 120, period: .seconds(60))
  private static let messages = RateLimit(name: "tracking", burst: 20, period: .seconds(60))

  private let desk: Desk
  private let assets: String
  private let limiter: RateLimiter

  init(desk: Desk, assets: String) {
    self.desk = desk
    self.assets = assets
    limiter = RateLimiter(now: { desk.now() })
  }

  /// Where the page of a link is, from the program's address on.
  static func path(to link: TrackingLink) -> String { "/requests/\(link.text)" }

  func add(to router: Router<WebContext>) {
    router.get("/requests/{link}") { _, context in
      try await answer(context) { link in
        try limiter.require(Self.reads, of: context.origin.address ?? "")
        return try await page(of: link, context)
      }
    }
    router.post("/requests/{link}") { request, context in
      try await answer(context) { try await write(by: $0, request, context) }
    }
  }

  /// A fault is shown as a page.
  private func answer(
    _ context: WebContext,
    _ run: (TrackingLink) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      guard let link = context.parameters.get("link").flatMap({ TrackingLink($0) }) else {
        throw AccessFailure.noSuchConversation
      }
      response = try await run(link)
    } catch {
      guard let problem = Problem(error) else { throw error }
      response = fault(problem, context)
    }
    // The link is in the address.
    response.headers[.referrerPolicy] = "no-referrer"
    return response
  }

  private func fault(_ problem: Problem, _ context: WebContext) -> Response {
    let text = context.language.tracking
    let detail =
      switch problem.code {
      case AccessFailure.noSuchConversation.code: text.noSuchLink
      case ChatFailure.blocked.code: context.language.site.chat.blocked
      default: context.language.catalogue.problem(problem.code, status: problem.status).detail
      }
    let page = PublicLayout(
      language: context.language,
      title: text.title,
      assets: assets,
      content: "<h1>\(text.title)</h1>\(Notice(detail, tone: .bad).html)"
    )
    var response = Response.page(page.html, status: .init(code: problem.status))
    if let seconds = problem.retryAfterSeconds { response.headers[.retryAfter] = "\(seconds)" }
    return response
  }

  private func page(
    of link: TrackingLink,
    _ context: WebContext,
    text: String = "",
    fault: String? = nil
  ) async throws -> Response {
    let page = TrackingPage(
      language: context.language,
      conversation: try await desk.answer(
        TrackConversation(link: link),
        as: .system(of: link.account)
      ),
      path: Self.path(to: link),
      text: text,
      fault: fault,
      sendKey: DeskVisit.newKey(),
      assets: assets
    )
    return .page(page.html, status: fault == nil ? .ok : .unprocessableContent)
  }

  private func write(
    by link: TrackingLink,
    _ request: Request,
    _ context: WebContext
  ) async throws -> Response {
    // No token of a session stands in the form: the origin alone must do.
    guard request.isFromOwnOrigin else { throw Problem(status: 403, code: "foreignForm") }
    try limiter.require(Self.messages, of: context.origin.address ?? "")
    let form = FormBody(
      String(buffer: try await request.body.collect(upTo: Self.mostFormBytes))
    )
    let text: Message.Body
    do {
      text = try Message.Body(form["text"])
    } catch {
      guard let problem = Problem(error) else { throw error }
      let fault = context.language.catalogue.problem(problem.code, status: problem.status).detail
      return try await page(of: link, context, text: form["text"], fault: fault)
    }
    let key = form["key"].isEmpty ? nil : try Message.ClientKey(form["key"])
    try await desk.perform(
      WriteTracked(link: link, text: text, key: key),
      as: .system(of: link.account)
    )
    return .seeOther("\(Self.path(to: link))#write")
  }
}
