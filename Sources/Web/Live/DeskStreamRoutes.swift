import HTTPTypes
import Hummingbird
import NIOCore
import ServiceDesk
import Storage

/// What happens at the desk, live, and signs of life from its pages.
struct DeskStreamRoutes: Sendable {
  /// How often it is seen whether the session still holds; heartbeats come as often.
  private static let sessionCheck = Duration.seconds(15)

  let gate: DeskGate
  let feeds: DeskFeeds
  let readMarks: ReadMarks

  func add(to router: Router<WebContext>) {
    gate.get("/desk/stream", on: router, follow)
    gate.post("/desk/presence", on: router, show)
    gate.post("/desk/availability", on: router) { visit, form in
      _ = try await visit.perform(SetAvailability(isAvailable: form["available"] == "1"))
      return visit.done(back: "/desk")
    }
  }

  // MARK: Signs of life

  @Sendable private func show(_ visit: DeskVisit, _ form: FormBody) async throws -> Response {
    guard let conversation = ID<Conversation>(form["conversation"]),
      let doing = LiveWhisper.Doing(rawValue: form["doing"])
    else { return Response(status: .noContent) }
    let messages = try await visit.answer(
      LatestMessages(conversation: conversation, window: Window(limit: 1))
    )
    let agent = visit.signedIn.agent.id
    let tab = String(form["tab"].prefix(40))
    let live = LiveWhisper.agent(
      agent,
      doing,
      conversation,
      tab: tab.isEmpty ? "-" : tab,
      visit.viewer.account
    )
    visit.desk.database.whisper(live)
    if doing != .gone, let last = messages.items.last {
      readMarks.note(
        ReadMarks.Mark(
          account: visit.viewer.account,
          conversation: conversation,
          reader: .agent(agent),
          message: last.id
        )
      )
    }
    return Response(status: .noContent)
  }

  // MARK: The stream

  @Sendable private func follow(_ visit: DeskVisit) async throws -> Response {
    let asked = visit.request.headers[.lastEventID] ?? visit.query("after")
    let position = asked.flatMap { Int64($0) }
    return Answer.events { writer in
      let feed = feeds.feed(of: visit.viewer.account)
      feed.enter(visit.language)
      defer { feed.leave(visit.language) }
      try await stream(feed, to: &writer, after: position, visit)
    }.response(to: visit.request)
  }

  @concurrent private func stream(
    _ feed: DeskFeed,
    to writer: inout any ResponseBodyWriter,
    after position: Int64?,
    _ visit: DeskVisit
  ) async throws {
    try await writer.write(ByteBuffer(bytes: ServerSentEvent.ready))
    // Where nothing is known of what the client has, it begins with the next thing.
    var place = position.map { feed.place(after: $0) ?? -1 } ?? feed.place(after: .max) ?? -1
    var checked = ContinuousClock.now
    while !Task.isCancelled {
      switch feed.next(after: place, in: visit.language) {
      case .closed: return
      case .behind(let position, let next):
        place = next
        let reset = ServerSentEvent("reset", id: position) { $0.object { _ in } }
        try await writer.write(ByteBuffer(bytes: reset.bytes))
      case .frames(let frames?, let next):
        place = next
        try await writer.write(frames)
      case .frames(nil, _): await feed.wait(after: place)
      }
      guard .now - checked >= Self.sessionCheck else { continue }
      guard try await gate.signedIn(visit.request) != nil else { return }
      checked = .now
    }
  }
}
