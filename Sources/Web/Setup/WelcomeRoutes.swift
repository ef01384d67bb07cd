import Hummingbird
import ServiceDesk

/// The page to which the set-up leads; administrators can come back to it.
struct WelcomeRoutes: Sendable {
  let gate: DeskGate
  let address: PublicAddress

  func add(to router: Router<WebContext>) {
    gate.get("/desk/welcome", on: router) { visit in
      let state = try await visit.answer(WelcomeState())
      let address = address.text(visit.request, visit.context)
      let page = WelcomePage(
        frame: visit.frame(at: state.navigation.position),
        navigation: visit.navigation(state.navigation),
        conversation: state.conversation,
        snippet: state.inbox.map { ChatSnippet(address: address, key: $0.key) }
      )
      return .page(page.html)
    }
  }
}

/// What there is to begin with.
private struct WelcomeState: Query {
  static let scopes = Scopes.admin

  struct Output: Sendable {
    let navigation: NavigationState.Output
    let inbox: Inbox?
    let conversation: ID<Conversation>?
  }

  func run(in work: Work) throws -> Output {
    let window = Window(limit: 1)
    return Output(
      navigation: try NavigationState().run(in: work),
      inbox: try ListInboxes(window: window).run(in: work).items.first,
      conversation: try ListConversations(window: window).run(in: work).items.first?.id
    )
  }
}
