import Hummingbird
import ServiceDesk

/// The three panes: views, lists and conversations, as pages and as the fragments that scripts
/// put into them.
struct DeskRoutes: Sendable {
  let gate: DeskGate
  let readMarks: ReadMarks

  func add(to router: Router<WebContext>) {
    gate.get("/desk", on: router) { _ in .seeOther("/desk/views/mine") }
    gate.get("/desk/views/{view}", on: router, list)
    gate.get("/desk/views/{view}/rows", on: router, rows)
    gate.get("/desk/conversations/{conversation}", on: router, conversation)
    gate.get("/desk/conversations/{conversation}/pane", on: router, pane)
    gate.get("/desk/conversations/{conversation}/messages", on: router, messages)
    gate.get("/desk/conversations/{conversation}/news", on: router, news)
  }

  // MARK: Lists

  @Sendable private func list(_ visit: DeskVisit) async throws -> Response {
    let view = try visit.view(visit.context.parameters.get("view"))
    let page = PageState(view: view, after: try visit.cursor("after"), conversation: nil)
    return .page(visit.page(try await visit.answer(page), view: view).html)
  }

  @Sendable private func rows(_ visit: DeskVisit) async throws -> Response {
    let view = try visit.view(visit.context.parameters.get("view"))
    let state = RowsState(view: view, window: Window(after: try visit.cursor("after")))
    return .page(visit.rows(try await visit.answer(state), view: view).html)
  }

  // MARK: Conversations

  @Sendable private func conversation(_ visit: DeskVisit) async throws -> Response {
    let view = try visit.view(visit.query("view") ?? "all")
    let state = PageState(
      view: view,
      after: nil,
      conversation: PaneState(
        conversation: try visit.conversation(),
        before: try visit.cursor("before"),
        seen: try read(visit)
      )
    )
    return .page(visit.page(try await visit.answer(state), view: view).html)
  }

  @Sendable private func pane(_ visit: DeskVisit) async throws -> Response {
    let view = try visit.view(visit.query("view") ?? "all")
    let state = try await visit.answer(
      PaneState(conversation: try visit.conversation(), before: nil, seen: try read(visit))
    )
    return .page(visit.pane(state, view: view).html)
  }

  @Sendable private func messages(_ visit: DeskVisit) async throws -> Response {
    let id = try visit.conversation()
    let window = Window(limit: PaneState.window, after: try visit.cursor("before"))
    let state = try await visit.answer(WindowState(conversation: id, window: window))
    return .page(
      MessageList(
        language: visit.language,
        conversation: id,
        items: visit.items(
          state.messages.items,
          of: state.conversation,
          readByCustomer: nil
        ),
        before: state.messages.next?.text
      ).html
    )
  }

  private func read(_ visit: DeskVisit) throws -> ID<Message>? { try readMarks.read(visit) }

  @Sendable private func news(_ visit: DeskVisit) async throws -> Response {
    let view = try visit.view(visit.query("view") ?? "all")
    let after = visit.query("after").flatMap { ID<Message>($0) } ?? ID(0)
    let news = NewsState(
      conversation: try visit.conversation(),
      after: after,
      seen: [visit.query("seen").flatMap { ID<Message>($0) }, try read(visit)].compactMap { $0 }
        .max()
    )
    let state = try await visit.answer(news)
    return .page(visit.news(state, view: view).html)
  }
}

/// A whole page of the desk, read at one moment.
struct PageState: Query {
  struct Output: Sendable {
    let navigation: NavigationState.Output
    let rows: RowsState.Output
    let pane: PaneState.Output?
  }

  let view: DeskView
  let after: Cursor?
  let conversation: PaneState?

  func run(in work: Work) throws -> Output {
    Output(
      navigation: try NavigationState().run(in: work),
      rows: try RowsState(view: view, window: Window(after: after)).run(in: work),
      pane: try conversation?.run(in: work)
    )
  }
}

extension DeskVisit {
  /// The view that an address names.
  fileprivate func view(_ path: String?) throws -> DeskView {
    guard let path, let view = DeskView(path: path) else {
      throw Problem(status: 404, code: "noSuchPage")
    }
    return view
  }

  func conversation() throws -> ID<Conversation> {
    try id("conversation", absent: .noSuchConversation)
  }
}

extension ReadMarks {
  /// What the customer of the conversation in the path has read and what is not written down yet.
  func read(_ visit: DeskVisit) throws -> ID<Message>? {
    latest(.customer, in: [try visit.conversation()], of: visit.viewer.account, stored: nil)
  }
}

/// A window of a conversation's messages.
private struct WindowState: Query {
  struct Output: Sendable {
    let conversation: Conversation
    let messages: Page<Message>
  }

  let conversation: ID<Conversation>
  let window: Window

  func run(in work: Work) throws -> Output {
    Output(
      conversation: try FindConversation(conversation: conversation).run(in: work),
      messages: try LatestMessages(conversation: conversation, window: window).run(in: work)
    )
  }
}
