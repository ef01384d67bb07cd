import HTTPTypes
import TestSupport
import Testing
import Web

/// The document describes every operation, and holds together.
@Suite struct OpenAPITests {
  let operations: [Operation]
  let document: JSON

  init() async throws {
    let harness = try await SiteHarness()
    operations = harness.site.operations
    document = try await harness.send(Ask(.get, "/api/openapi.json")).json
  }

  @Test func `it is as recorded`() throws {
    let bytes = OpenAPI(operations: operations).document
    // One line a member of an object that has one, so that a change can be read.
    let lines = String(decoding: bytes, as: UTF8.self).replacing("},\"", with: "},\n\"")
    try expectSnapshot(lines + "\n", named: "openapi.json")
  }

  @Test func `every operation is there once, under its own name`() {
    let described = (document["paths"]?.members ?? [:]).flatMap { path, item in
      (item.members ?? [:]).map { method, operation in
        "\(method) \(path) \(operation["operationId"]?.text ?? "")"
      }
    }
    let declared = operations.map {
      "\($0.method.rawValue.lowercased()) \($0.fullPath) \($0.name)"
    }
    #expect(described.sorted() == declared.sorted())
    #expect(Set(operations.map(\.name)).count == operations.count)
  }

  @Test func `every reference leads somewhere`() {
    let references = document.all("$ref").compactMap(\.text)
    let schemas = document["components"]?["schemas"]?.members ?? [:]
    #expect(!references.isEmpty)
    for reference in references {
      let name = reference.replacing("#/components/schemas/", with: "")
      #expect(schemas[name] != nil, "\(reference)")
    }
    let used = Set(references.map { $0.replacing("#/components/schemas/", with: "") })
    #expect(used == Set(schemas.keys))
  }

  @Test func `every object is closed and says what is required`() {
    let objects = document.objects { $0["type"]?.text == "object" }
    #expect(objects.count > 10)
    for object in objects {
      guard object["properties"] != nil else {
        // A map: names are free, values are not.
        #expect(object["additionalProperties"]?.members != nil)
        continue
      }
      #expect(object["additionalProperties"] == .bool(false))
      let required = object["required"]?.items?.compactMap(\.text) ?? ["missing"]
      #expect(Set(required).isSubset(of: (object["properties"]?.members ?? [:]).keys))
    }
  }

  @Test func `every operation declares its path's parameters, a success and its failures`() throws {
    for operation in operations {
      let item = document["paths"]?[operation.fullPath]
      let described = try #require(item?[operation.method.rawValue.lowercased()])
      let parameters = described["parameters"]?.items ?? []
      let inPath = parameters.filter { $0["in"]?.text == "path" }.compactMap { $0["name"]?.text }
      #expect(inPath == operation.pathParameters)
      let statuses = Set((described["responses"]?.members ?? [:]).keys)
      #expect(statuses.contains { $0.hasPrefix("2") }, "\(operation.name)")
      #expect(statuses.isSuperset(of: operation.allFailures.map(String.init)))
      #expect(statuses.isSuperset(of: ["401", "403", "500"]), "\(operation.name)")
    }
  }

  @Test func `patterns that it gives are what the checker goes by`() throws {
    for text in ["0", "7", "0123", "x", "", "12345678901234567890"] {
      let pattern = try #require(patterns(of: .id).first)
      let matches = try Regex(pattern).wholeMatch(in: text) != nil
      #expect(Web.Schema.id.faults(in: .string(text)).isEmpty == matches, "\(text)")
    }
  }

  private func patterns(of schema: Web.Schema) -> [String] {
    var json = JSONWriter()
    schema.write(to: &json)
    let written = try? JSON(parsing: json.bytes)
    return written?.all("pattern").compactMap(\.text) ?? []
  }

  @Test func `the page for people names each operation`() async throws {
    let page = try await SiteHarness().send(Ask(.get, "/api/docs"))
    #expect(page.status == 200 && page.type == "text/html")
    for operation in operations {
      #expect(page.text.contains(#"id="\#(operation.name)""#), "\(operation.name)")
      #expect(page.text.contains("<code>\(operation.fullPath)</code>"), "\(operation.name)")
    }
  }
}

extension JSON {
  /// The values of every member called `name`, at any depth.
  fileprivate func all(_ name: String) -> [JSON] {
    switch self {
    case .array(let items): items.flatMap { $0.all(name) }
    case .object(let members):
      members.flatMap { ($0.key == name ? [$0.value] : []) + $0.value.all(name) }
    default: []
    }
  }

  /// Every object that meets the condition, at any depth.
  fileprivate func objects(where condition: (JSON) -> Bool) -> [JSON] {
    let inside: [JSON] =
      switch self {
      case .array(let items): items
      case .object(let members): Array(members.values)
      default: []
      }
    return (condition(self) ? [self] : []) + inside.flatMap { $0.objects(where: condition) }
  }
}
