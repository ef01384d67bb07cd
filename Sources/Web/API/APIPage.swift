import HTTPTypes

/// The API's description for people, from the same declarations as the document for programs.
package struct APIPage: Sendable {
  private let operations: [Operation]

  package init(operations: [Operation]) { self.operations = operations }

  package var html: HTML {
    let sections = operations.map(section)
    return """
      <!doctype html>
      <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Rapport API</title>
        <link rel="stylesheet" href="/assets/start.css">
      </head>
      <body>
        <main>
          <h1>Rapport API</h1>
          <p class="tagline">Everything the desk can do, the API can do.</p>
          <p>Send <code>Authorization: Bearer TOKEN</code> with each request. Writes take an
          <code>Idempotency-Key</code>: the same key and request within 24 hours get the first
          answer again. Failures are <code>application/problem+json</code>. The same description
          for programs is <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
          \(HTML.joined(sections, by: "\n"))
        </main>
      </body>
      </html>
      """
  }

  private func section(_ operation: Operation) -> HTML {
    """
    <section class="operation" id="\(operation.name)">
      <h3><span class="method">\(operation.method.rawValue)</span>
      <code>\(operation.fullPath)</code></h3>
      <p>\(operation.summary).</p>
      \(parameters(of: operation))
      \(body(of: operation))
      <p class="quiet">Answers \(success(of: operation)); failures
      \(operation.allFailures.sorted().map(String.init).joined(separator: ", ")).</p>
    </section>
    """
  }

  private func parameters(of operation: Operation) -> HTML {
    rows(operation.query.map { ($0.name, $0.schema.expectation, $0.isRequired, $0.summary) })
  }

  private func body(of operation: Operation) -> HTML {
    switch operation.body {
    case .none: ""
    case .bytes(let most): "<p>The body is the file, at most \(Int64(most)) bytes.</p>"
    case .json(let schema):
      "\(HTML.joined(schema.alternatives.map { rows($0) }, by: "<p>or</p>"))"
    }
  }

  private func rows(_ members: [(String, String, Bool, String)]) -> HTML {
    guard !members.isEmpty else { return "" }
    let rows = members.map { name, expectation, isRequired, summary -> HTML in
      """
      <tr><th scope="row"><code>\(name)</code></th>
      <td>\(expectation)\(isRequired ? "" : "; optional")</td><td>\(summary)</td></tr>
      """
    }
    return "<div class=\"scroll\"><table>\(HTML.joined(rows))</table></div>"
  }

  private func success(of operation: Operation) -> String {
    switch operation.success {
    case .json(let status, _): String(status)
    case .empty: "204"
    case .bytes: "200 with the file"
    case .events: "200 with server-sent events"
    }
  }
}

extension Schema {
  /// The members of each form that an object may have.
  fileprivate var alternatives: [[(String, String, Bool, String)]] {
    switch self {
    case .object(let members, _):
      [members.map { ($0.name, $0.schema.expectation, $0.isRequired, $0.summary ?? "") }]
    case .either(let schemas): schemas.flatMap(\.alternatives)
    case .named(_, let schema): schema.alternatives
    default: []
    }
  }
}
