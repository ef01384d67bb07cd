import HTTPTypes
import ServiceDesk

/// API tokens.
struct TokenRoutes: Sendable {
  private static let scopes: [(name: String, scope: Scopes)] = [
    ("read", .read), ("write", .write), ("admin", .admin),
  ]

  var operations: [Operation] {
    [
      Operation(
        .get,
        "/tokens",
        "listTokens",
        "The account's tokens, without their secrets",
        scopes: .admin,
        query: Operation.Parameter.window,
        success: .json(status: 200, .page(of: Self.schema)),
        failures: [422]
      ) { call in
        try await call.page(ListTokens(window: call.window())) { Self.write($0, nil, to: &$1) }
      },
      Operation(
        .post,
        "/tokens",
        "issueToken",
        "Issues a token; its secret is shown this once, not in a repeat",
        scopes: .admin,
        body: .json(
          .object([
            .required("name", .string(length: 1...100, format: .words)),
            .required("scopes", .array(.choice(Self.scopes.map(\.name)), most: 3)),
            .optional("agent", .id, "For whom it acts; for you without it"),
          ])
        ),
        success: .json(status: 201, Self.schema),
        failures: [404],
        run: issue
      ),
      Operation(
        .delete,
        "/tokens/{token}",
        "revokeToken",
        "Makes a token worthless",
        scopes: .admin,
        success: .empty
      ) { call in
        try await call.perform(RevokeToken(token: call.id("token", absent: .noSuchToken)))
      },
    ]
  }

  private func issue(_ call: Call) async throws -> Answer {
    let agent = try call.json["agent"]?.text.map { text in
      guard let id = ID<Agent>(text) else { throw AccessFailure.noSuchAgent }
      return id
    }
    let names = call.json["scopes"]?.items?.compactMap(\.text) ?? []
    let grants = Self.scopes.filter { names.contains($0.name) }.map(\.scope)
    let command = IssueToken(
      agent: agent,
      name: try Token.Name(call.json["name"]?.text ?? ""),
      grants: Scopes(grants)
    )
    // The secret is kept nowhere, so a repeat under the same key does not show it again.
    return try await call.perform(
      command,
      status: 201,
      kept: { Self.write($0.token, nil, to: &$1) },
      { Self.write($0.token, $0.secret, to: &$1) }
    )
  }

  private static func write(_ token: Token, _ secret: TokenSecret?, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", token.id)
      json.member("agent", token.agent)
      json.member("name", token.name.text)
      json.name("scopes")
      json.array(scopes.filter { token.scopes.contains($0.scope) }) { $0.value($1.name) }
      json.member("createdAt", token.createdAt)
      if let secret { json.member("token", secret.text) }
    }
  }

  private static let schema = Schema.named(
    "Token",
    .object([
      .required("id", .id),
      .required("agent", .id),
      .required("name", .string(length: 1...100)),
      .required("scopes", .array(.choice(scopes.map(\.name)), most: 3)),
      .required("createdAt", .time),
      .optional("token", .string(length: 1...200), "The secret; only when it is issued"),
    ])
  )
}
