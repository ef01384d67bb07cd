import ServiceDesk
import TestSupport
import Testing
import Web

/// What belongs to another account looks exactly like what does not exist, at every route.
@Suite struct IsolationTests {
  let harness: SiteHarness
  let own: Ids
  let foreign: Ids

  init() async throws {
    harness = try await SiteHarness()
    own = try await Ids(of: harness.world.anemone, in: harness.world)
    foreign = try await Ids(of: harness.world.basil, in: harness.world)
  }

  @Test func `the tests know every operation and no other`() {
    #expect(Set(harness.site.operations.map(\.name)) == Set(Example.all.keys))
  }

  @Test func `the examples name an id wherever an operation takes one`() throws {
    for operation in harness.site.operations {
      let examples = try #require(Example.all[operation.name], "\(operation.name) is unknown here")
      let named = Set(examples(own).flatMap { $0.placesOfIds(Ids.Noun.allCases.map { own[$0] }) })
      #expect(operation.placesOfIds.isSubset(of: named), "\(operation.name)")
    }
  }

  @Test func `another account's ids get exactly the answer of absent ones`() async throws {
    let before = try await harness.happened()
    for operation in harness.site.operations {
      let examples = try #require(Example.all[operation.name], "\(operation.name) is unknown here")
      for noun in Ids.Noun.allCases {
        for index in examples(own).indices {
          try await expectIsolation(of: noun, in: operation) { examples($0)[index] }
        }
      }
    }
    #expect(try await harness.happened() == before)
  }

  private func expectIsolation(
    of noun: Ids.Noun,
    in operation: Operation,
    _ example: (Ids) -> Example
  ) async throws {
    func reply(_ ids: Ids) async throws -> Reply? {
      let ask = try ask(ids)
      return ask == (try self.ask(operation, own, example)) ? nil : try await harness.send(ask)
    }
    func ask(_ ids: Ids) throws -> Ask { try self.ask(operation, ids, example) }

    var (theirs, none) = (own, own)
    theirs[noun] = foreign[noun]
    none[noun] = Ids.absent[noun]
    guard let answer = try await reply(theirs) else { return }
    let absent = try #require(try await reply(none))
    #expect(answer.comparable == absent.comparable, "\(operation.name), \(noun)")
    let isFilter = example(theirs).query != example(own).query
    #expect(answer.status == (isFilter ? 200 : 404), "\(operation.name), \(noun)")
    if isFilter { #expect(answer.items.isEmpty, "\(operation.name), \(noun)") }
  }

  private func ask(_ operation: Operation, _ ids: Ids, _ example: (Ids) -> Example) throws -> Ask {
    try #require(
      example(ids).ask(operation, ids, token: harness.world.anemone.token),
      "\(operation.name) has a path parameter that is unknown here"
    )
  }
}

extension Operation {
  /// Where in the query and the body it takes ids.
  fileprivate var placesOfIds: Set<String> {
    var places = Set(query.filter { !$0.schema.placesOfIds("").isEmpty }.map(\.name))
    if case .json(let schema) = body { places.formUnion(schema.placesOfIds("")) }
    return places
  }
}

extension Web.Schema {
  fileprivate func placesOfIds(_ pointer: String) -> Set<String> {
    switch self {
    case .string(_, .id): [pointer]
    case .string, .choice, .integer, .number, .boolean: []
    case .array(let item, _): item.placesOfIds("\(pointer)/0")
    case .map(let item, _): item.placesOfIds("\(pointer)/name")
    case .nullable(let schema), .named(_, let schema): schema.placesOfIds(pointer)
    case .either(let schemas): schemas.reduce(into: []) { $0.formUnion($1.placesOfIds(pointer)) }
    case .object(let members, _):
      members.reduce(into: []) { $0.formUnion($1.schema.placesOfIds("\(pointer)/\($1.name)")) }
    }
  }
}

extension Example {
  /// Where in the query and the body it names one of `ids`.
  fileprivate func placesOfIds(_ ids: [String]) -> Set<String> {
    let inQuery = query.split(separator: "&").compactMap { parameter -> String? in
      let parts = parameter.split(separator: "=").map(String.init)
      return parts.count == 2 && ids.contains(parts[1]) ? parts[0] : nil
    }
    let inBody = json.flatMap { try? JSON(parsing: $0.utf8) }?.places(of: ids, "") ?? []
    return inBody.union(inQuery)
  }
}

extension JSON {
  fileprivate func places(of texts: [String], _ pointer: String) -> Set<String> {
    switch self {
    case .string(let text): texts.contains(text) ? [pointer] : []
    case .null, .bool, .integer, .number: []
    case .array(let items):
      items.reduce(into: []) { $0.formUnion($1.places(of: texts, "\(pointer)/0")) }
    case .object(let members):
      members.reduce(into: []) { $0.formUnion($1.value.places(of: texts, "\(pointer)/\($1.key)")) }
    }
  }
}
