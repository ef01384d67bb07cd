import HTTPTypes
import ServiceDesk

/// The API's description in OpenAPI 3.1, written from the declarations that route its requests.
package struct OpenAPI: Sendable {
  private let operations: [Operation]

  package init(operations: [Operation]) { self.operations = operations }

  package var document: [UInt8] {
    var json = JSONWriter(capacity: 65_536)
    json.object { json in
      json.member("openapi", "3.1.0")
      json.name("info")
      json.object { json in
        json.member("title", "Rapport")
        json.member("version", "1")
        json.member("description", "Everything the desk can do, the API can do.")
        json.name("license")
        json.object { json in
          json.member("name", "Apache-2.0")
          json.member("identifier", "Apache-2.0")
        }
      }
      json.name("security")
      json.array([()]) { json, _ in
        json.object { json in
          json.name("token")
          json.array([Int]()) { $0.value($1) }
        }
      }
      writePaths(to: &json)
      writeComponents(to: &json)
    }
    return json.bytes
  }

  private func writePaths(to json: inout JSONWriter) {
    let paths = Dictionary(grouping: operations, by: \.fullPath).sorted { $0.key < $1.key }
    json.name("paths")
    json.object { json in
      for (path, operations) in paths {
        json.name(path)
        json.object { json in
          for operation in operations {
            json.name(operation.method.rawValue.lowercased())
            write(operation, to: &json)
          }
        }
      }
    }
  }

  private func write(_ operation: Operation, to json: inout JSONWriter) {
    json.object { json in
      json.member("operationId", operation.name)
      json.member("summary", operation.summary)
      json.member("description", "Needs a token with the scope \(operation.scopes.names).")
      writeParameters(of: operation, to: &json)
      writeBody(of: operation, to: &json)
      json.name("responses")
      json.object { writeResponses(of: operation, to: &$0) }
    }
  }

  private func writeParameters(of operation: Operation, to json: inout JSONWriter) {
    json.name("parameters")
    json.array(operation.parameters) { json, parameter in
      json.object { json in
        json.member("name", parameter.name)
        json.member("in", parameter.place)
        json.member("required", parameter.isRequired)
        json.member("description", parameter.summary)
        json.name("schema")
        parameter.schema.write(to: &json)
      }
    }
  }

  private func writeBody(of operation: Operation, to json: inout JSONWriter) {
    switch operation.body {
    case .none: return
    case .json(let schema):
      json.name("requestBody")
      json.object { json in
        json.member("required", true)
        json.name("content")
        json.object { $0.content("application/json", schema) }
      }
    case .bytes:
      json.name("requestBody")
      json.object { json in
        json.member("required", true)
        json.name("content")
        json.object { $0.content("application/octet-stream", nil) }
      }
    }
  }

  private func writeResponses(of operation: Operation, to json: inout JSONWriter) {
    switch operation.success {
    case .json(let status, let schema):
      json.response(status, "Done", "application/json", schema)
    case .empty: json.response(204, "Done", nil, nil)
    case .bytes: json.response(200, "The file", "*/*", nil)
    case .events: json.response(200, "Events, as they happen", "text/event-stream", nil)
    }
    for status in operation.allFailures.sorted() {
      let title = Language.english.catalogue.titles[status] ?? "Failure"
      json.response(status, title, "application/problem+json", Problem.schema)
    }
  }

  private func writeComponents(to json: inout JSONWriter) {
    json.name("components")
    json.object { json in
      json.name("securitySchemes")
      json.object { json in
        json.name("token")
        json.object { json in
          json.member("type", "http")
          json.member("scheme", "bearer")
        }
      }
      json.name("schemas")
      json.object { json in
        for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) {
          json.name(name)
          schema.write(to: &json)
        }
      }
    }
  }

  private var schemas: [String: Schema] {
    operations.reduce(into: Problem.schema.named) { schemas, operation in
      if case .json(_, let schema) = operation.success {
        schemas.merge(schema.named) { first, _ in first }
      }
      if case .json(let schema) = operation.body {
        schemas.merge(schema.named) { first, _ in first }
      }
    }
  }
}

extension Operation {
  fileprivate struct DocumentedParameter {
    let name: String
    let place: String
    let schema: Schema
    let summary: String
    let isRequired: Bool
  }

  fileprivate var parameters: [DocumentedParameter] {
    let path = pathParameters.map {
      DocumentedParameter(
        name: $0,
        place: "path",
        schema: .id,
        summary: "Which \($0)",
        isRequired: true
      )
    }
    let query = query.map {
      DocumentedParameter(
        name: $0.name,
        place: "query",
        schema: $0.schema,
        summary: $0.summary,
        isRequired: $0.isRequired
      )
    }
    let key = DocumentedParameter(
      name: "Idempotency-Key",
      place: "header",
      schema: .string(length: 1...255, format: .key),
      summary: "The same key and request within 24 hours get the first answer again",
      isRequired: false
    )
    return path + query + (isWrite ? [key] : [])
  }

  /// Every status of a failure that it can answer with.
  package var allFailures: Set<Int> {
    var statuses: Set<Int> = [400, 401, 403, 500, 503]
    if !pathParameters.isEmpty { statuses.insert(404) }
    if isWrite { statuses.formUnion([409, 422]) }
    switch body {
    case .none: break
    case .json: statuses.formUnion([413, 415, 422])
    case .bytes: statuses.formUnion([413, 422])
    }
    return statuses.union(failures)
  }
}

extension Scopes {
  fileprivate var names: String {
    let all: [(Scopes, String)] = [(.read, "read"), (.write, "write"), (.admin, "admin")]
    return all.filter { contains($0.0) }.map(\.1).joined(separator: " and ")
  }
}

extension JSONWriter {
  fileprivate mutating func content(_ type: String, _ schema: Schema?) {
    name(type)
    object { json in
      guard let schema else { return }
      json.name("schema")
      schema.write(to: &json)
    }
  }

  fileprivate mutating func response(
    _ status: Int,
    _ summary: String,
    _ type: String?,
    _ schema: Schema?
  ) {
    name(String(status))
    object { json in
      json.member("description", summary)
      guard let type else { return }
      json.name("content")
      json.object { $0.content(type, schema) }
    }
  }
}
