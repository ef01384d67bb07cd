import Hummingbird
import ServiceDesk

/// The keys of programs.
struct TokenSettingsRoutes: Sendable {
  let gate: DeskGate

  private static let path = "/settings/tokens"

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { try await page($0, $1) }
    section.get("/settings/tokens", on: router)
    gate.post("/settings/tokens", on: router) { visit, form in
      try section.require(visit)
      do {
        let issued = try await visit.perform(
          IssueToken(name: try Token.Name(form["name"]), grants: Self.grants(form["scope"]))
        )
        // The secret is kept nowhere, so the answer itself has to show it.
        return .page(try await page(visit, try await visit.shell(), issued: issued.secret.text))
      } catch let failure as any Failure where !visit.isByScript {
        return try await section.refuse(visit, form, failure, [:])
      }
    }
    section.post("/settings/tokens/{token}/removal", on: router) { visit, _ in
      try await visit.perform(RevokeToken(token: try visit.id("token", absent: .noSuchToken)))
      return Self.path
    }
  }

  private func page(
    _ visit: DeskVisit,
    _ shell: SettingsShell,
    issued: String? = nil
  ) async throws -> HTML {
    let state = try await visit.answer(TokensState(window: try visit.settingsWindow()))
    return TokensSettings(
      shell: shell,
      tokens: state.tokens.items.map { token in
        TokensSettings.Entry(
          id: token.id,
          name: token.name.text,
          agent: state.names[token.agent] ?? "",
          createdAt: token.createdAt
        )
      },
      issued: issued,
      next: state.tokens.next?.text
    ).html
  }

  /// Each takes in those before it.
  private static func grants(_ scope: String) -> Scopes {
    switch scope {
    case "admin": .all
    case "write": [.read, .write]
    default: .read
    }
  }
}

/// The tokens with the names of those for whom they act.
private struct TokensState: Query {
  static let scopes = Scopes.admin

  struct Output: Sendable {
    let tokens: Page<Token>
    let names: [ID<Agent>: String]
  }

  let window: Window

  func run(in work: Work) throws -> Output {
    let agents = try ListAgents(window: Window(limit: Window.mostItems)).run(in: work).items
    return Output(
      tokens: try ListTokens(window: window).run(in: work),
      names: Dictionary(agents.map { ($0.id, $0.name.text) }) { first, _ in first }
    )
  }
}
