import HTTPTypes
import ServiceDesk

/// Search over everything that people wrote.
struct SearchRoutes: Sendable {
  var operations: [Operation] {
    [
      Operation(
        .get,
        "/search",
        "search",
        "Conversations, messages, customers and articles that hold all the words, newest first",
        scopes: .read,
        query: [
          .init(
            "q",
            .string(length: 1...500),
            """
            The words; from:NAME, label:NAME, is:STATUS (or unassigned, mine), before:DATE and \
            after:DATE (as 2026-11-22, UTC) among them narrow down
            """,
            isRequired: true
          ),
          .init("in", .choice(SearchDesk.Kind.allCases.map(\.rawValue)), "Only these"),
        ] + Operation.Parameter.window,
        success: .json(status: 200, .page(of: SearchDesk.Hit.schema)),
        failures: [422]
      ) { call in
        let query = SearchDesk(
          text: call.query["q"] ?? "",
          kind: call.query["in"].flatMap { SearchDesk.Kind(rawValue: $0) },
          window: try call.window()
        )
        return try await call.page(query) { $0.write(to: &$1) }
      }
    ]
  }
}

extension SearchDesk.Hit {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind)
      json.member("id", String(id))
      json.member("conversation", conversation)
      json.member("snippet", snippet)
    }
  }

  fileprivate static let schema = Schema.named(
    "SearchHit",
    .object([
      .required("kind", .choice(["conversation", "message", "customer", "article"])),
      .required("id", .id),
      .required("conversation", .nullable(.id)),
      .required("snippet", .string(length: 0...2_000)),
    ])
  )
}
