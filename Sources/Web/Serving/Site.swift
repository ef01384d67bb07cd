package import Channels
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
package import ServiceDesk
import Storage

/// Everything that is served, put together; apart from the server, so that tests can ask it too.
package struct Site: Sendable {
  /// What the site must know of how it is reached.
  package struct Surroundings: Sendable {
    /// Whether the program itself speaks TLS.
    package var isEncrypted: Bool
    /// Whether the proxy at an address may speak for its clients.
    package var isTrustedProxy: @Sendable (String) -> Bool
    /// The address under which visitors reach the program, where it is set.
    package var publicAddress: String?
    /// The address that mails name, without a slash at the end: never what a request says.
    package var mailAddress: String

    package init(
      isEncrypted: Bool = false,
      isTrustedProxy: @escaping @Sendable (String) -> Bool = { _ in false },
      publicAddress: String? = nil,
      mailAddress: String = "http://localhost"
    ) {
      self.isEncrypted = isEncrypted
      self.isTrustedProxy = isTrustedProxy
      self.publicAddress = publicAddress
      self.mailAddress = mailAddress
    }
  }

  package let operations: [Operation]
  private let desk: Desk
  private let tail: EventTail
  private let setup: SetupLink
  private let live: Live
  private let chat: ChatRoutes
  private let assets: Assets
  private let metrics = HTTPMetrics()
  private let surroundings: Surroundings
  private let images: RemoteImages
  private let reader: MailReader
  private let mailOptions: MailWireOptions
  private let limiter = SignInLimiter()
  private let resetLimiter = SignInLimiter()

  /// Puts the site together; the caller runs `tail` and `live`.
  ///
  /// A `chat` takes the place of the one that `live` brings.
  ///
  /// - Throws: an error of Foundation where the program's own files are missing.
  package init(
    desk: Desk,
    tail: EventTail,
    live: Live? = nil,
    setup: SetupLink = SetupLink(isNeeded: false),
    chat: ChatRoutes? = nil,
    mail: MailReader? = nil,
    images: RemoteImages = RemoteImages(),
    mailOptions: MailWireOptions = MailWireOptions(),
    surroundings: Surroundings = Surroundings()
  ) throws {
    self.desk = desk
    self.tail = tail
    self.setup = setup
    let live = live ?? Live(desk: desk, tail: tail)
    self.live = live
    self.chat = chat ?? live.chat
    assets = try Assets()
    self.surroundings = surroundings
    self.images = images
    let reader = mail ?? MailReader(desk: desk, logger: Logger(label: "mail"))
    self.reader = reader
    self.mailOptions = mailOptions
    operations =
      ConversationRoutes().operations + MessageRoutes().operations
      + CorrespondenceRoutes().operations
      + AttachmentRoutes().operations + DraftRoutes().operations
      + SavedReplyRoutes().operations + CustomerRoutes().operations + SearchRoutes().operations
      + EventRoutes(tail: tail).operations + AccountRoutes().operations
      + PeopleRoutes().operations + ProfileRoutes().operations + TokenRoutes().operations
      + InboxRoutes().operations + MailTextRoutes().operations
      + InvitationRoutes(address: surroundings.mailAddress).operations
      + ReadingRoutes(reader: desk.reader, reasons: ContactReasonReader()).operations
      + ContactReasonRoutes().operations
      + MailRoutes(reader: reader).operations + MailSourceRoutes(reader: reader).operations
      + OutgoingMailRoutes().operations + MailboxRoutes(options: mailOptions).operations
  }

  private var address: PublicAddress { PublicAddress(fixed: surroundings.publicAddress) }

  package var router: Router<WebContext> {
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
      VisitorMiddleware(
        isEncrypted: surroundings.isEncrypted,
        isTrustedProxy: surroundings.isTrustedProxy
      )
      HeadersMiddleware()
      WatchMiddleware(metrics: metrics)
      ProblemMiddleware()
    }
    addPages(to: router)
    addProbes(to: router)
    SetupRoutes(desk: desk, link: setup, assets: assets.base).add(to: router)
    APIRoutes(desk: desk, operations: operations).add(to: router)
    chat.add(to: router)
    ChatPageRoutes(chat: chat, assets: assets.base).add(to: router)
    TrackingRoutes(desk: desk, assets: assets.base).add(to: router)
    addDesk(to: router)
    return router
  }

  private func addDesk(to router: Router<WebContext>) {
    AssetRoutes(assets: assets).add(to: router)
    let gate = DeskGate(desk: desk, assets: assets.base)
    SignInRoutes(gate: gate, limiter: limiter).add(to: router)
    AccessRoutes(
      desk: desk,
      assets: assets.base,
      address: surroundings.mailAddress,
      limiter: resetLimiter
    ).add(to: router)
    SettingsRoutes(
      gate: gate,
      address: address,
      reader: reader,
      mailOptions: mailOptions,
      mailAddress: surroundings.mailAddress
    ).add(to: router)
    WelcomeRoutes(gate: gate, address: address).add(to: router)
    DeskRoutes(gate: gate, readMarks: live.readMarks).add(to: router)
    DeskActionRoutes(gate: gate).add(to: router)
    ComposerRoutes(gate: gate, readMarks: live.readMarks).add(to: router)
    CorrespondencePages(gate: gate).add(to: router)
    OriginalMailPages(gate: gate, images: images).add(to: router)
    NewConversationRoutes(gate: gate).add(to: router)
    DeskSearchRoutes(gate: gate).add(to: router)
    DeskStreamRoutes(gate: gate, feeds: live.feeds, readMarks: live.readMarks).add(to: router)
  }

  private func addPages(to router: Router<WebContext>) {
    let document = OpenAPI(operations: operations).document
    let page = APIPage(operations: operations).html
    router.get("/") { [desk, address, assets] request, context in
      let page = StartPage(
        language: context.language,
        address: address.text(request, context),
        isSetUp: try await desk.hasAccounts(),
        assets: assets.base
      )
      return Response.page(page.html)
    }
    router.get("/api/docs") { _, _ in Self.html(page) }
    router.get("/api/openapi.json") { _, _ in
      Self.response(document, type: "application/json; charset=utf-8")
    }
    router.get("/assets/start.css") { _, _ in
      Self.response(Array(Stylesheet.text.utf8), type: "text/css; charset=utf-8")
    }
  }

  private func addProbes(to router: Router<WebContext>) {
    let metricsPage = MetricsPage(desk: desk, http: metrics, tail: tail, feeds: live.feeds)
    router.get("/health") { _, _ in Self.response(Array("ok\n".utf8), type: "text/plain") }
    router.get("/ready") { [desk] _, _ in
      // Can serve means: the database answers.
      _ = try await desk.database.read { try $0.rows("SELECT 1") }
      return Self.response(Array("ready\n".utf8), type: "text/plain")
    }
    router.get("/metrics") { _, _ in
      let text = try await metricsPage.text()
      return Self.response(Array(text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
    }
  }

  private static func html(_ html: HTML) -> Response {
    response(Array(html.markup.utf8), type: "text/html; charset=utf-8")
  }

  private static func response(_ bytes: [UInt8], type: String) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}
