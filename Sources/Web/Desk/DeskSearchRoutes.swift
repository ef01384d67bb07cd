import Foundation
import Hummingbird
import ServiceDesk

/// Searching: the page, and what the command palette offers.
struct DeskSearchRoutes: Sendable {
  private static let mostOffers = 8
  private static let window = 30

  let gate: DeskGate

  func add(to router: Router<WebContext>) {
    gate.get("/desk/search", on: router, search)
    gate.get("/desk/commands", on: router, offer)
  }

  @Sendable private func search(_ visit: DeskVisit) async throws -> Response {
    let query = visit.query("q") ?? ""
    let navigation = try await visit.answer(NavigationState())
    let window = Window(limit: Self.window, after: try visit.cursor("cursor"))
    let found = try await visit.answer(FindAtDesk(text: query, window: window))
    let page = SearchPage(
      frame: visit.frame(at: navigation.position),
      navigation: visit.navigation(navigation),
      query: query,
      found: found.hits.items.map { found.shown($0, language: visit.language) },
      next: found.hits.next?.text
    )
    return .page(page.html)
  }

  @Sendable private func offer(_ visit: DeskVisit) async throws -> Response {
    let window = Window(limit: Self.mostOffers)
    let found = try await visit.answer(FindAtDesk(text: visit.query("q") ?? "", window: window))
    return .json { json in
      json.object { json in
        json.name("items")
        json.array(found.hits.items) { json, hit in
          json.object { json in
            json.member("title", found.title(of: hit))
            json.member("hint", hit.snippet)
            json.member("href", found.address(of: hit))
          }
        }
      }
    }
  }
}

/// What was searched for, with the conversations that it was found in.
struct FindAtDesk: Query {
  struct Output: Sendable {
    let hits: Page<SearchDesk.Hit>
    let conversations: [ID<Conversation>: Conversation]
  }

  let text: String
  let window: Window

  func run(in work: Work) throws -> Output {
    let hits = try SearchDesk(text: text, window: window).run(in: work)
    let found = try FindConversations(
      conversations: Array(Set(hits.items.compactMap(\.conversation)))
    ).run(in: work)
    return Output(
      hits: hits,
      conversations: Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    )
  }
}

extension FindAtDesk.Output {
  func shown(_ hit: SearchDesk.Hit, language: Language) -> SearchPage.Found {
    SearchPage.Found(
      icon: Self.icons[hit.kind] ?? .chat,
      address: address(of: hit),
      title: title(of: hit),
      snippet: "\(hit.snippet)",
      at: hit.conversation.flatMap { conversations[$0]?.updatedAt }
    )
  }

  func title(of hit: SearchDesk.Hit) -> String {
    guard let conversation = hit.conversation.flatMap({ conversations[$0] }) else {
      return hit.snippet
    }
    let customer = conversation.customer.name.map { " · \($0)" } ?? ""
    return "\(conversation.subject)\(customer)"
  }

  /// A customer is where the customer's conversations are.
  func address(of hit: SearchDesk.Hit) -> String {
    switch (hit.conversation, hit.kind) {
    case (let conversation?, "message"): "/desk/conversations/\(conversation)#message-\(hit.id)"
    case (let conversation?, _): "/desk/conversations/\(conversation)"
    case (nil, _): "/desk/search?q=from:\(hit.snippet.quotedForSearch)"
    }
  }

  private static let icons: [String: Icon] = [
    "conversation": .chat, "message": .reply, "customer": .person,
  ]
}

extension String {
  /// As one word of a search, within an address.
  fileprivate var quotedForSearch: String {
    let quoted = "\"\(replacing("\"", with: " "))\""
    return quoted.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
