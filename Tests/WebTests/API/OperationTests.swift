import ServiceDesk
import TestSupport
import Testing
import Web

/// Every operation once as it is meant, with a token that has just the scopes it needs.
@Suite struct OperationTests {
  @Test func `every operation succeeds, and its answer is as recorded`() async throws {
    for name in Example.all.keys.sorted() { try await expectSuccess(of: name) }
  }

  private func expectSuccess(of name: String) async throws {
    let harness = try await SiteHarness()
    let ids = try await Ids(of: harness.world.anemone, in: harness.world)
    let operation = try #require(harness.site.operations.first { $0.name == name })
    let token = try await harness.desk.perform(
      IssueToken(agent: harness.world.ben, name: .init("Ben's"), grants: operation.scopes),
      as: harness.world.amina
    ).secret
    // Some engines number events later; what is listed is to be the same.
    try await harness.world.numberEvents()
    let examples = try #require(Example.all[name])
    for (index, example) in examples(ids).enumerated() {
      let ask = try #require(example.ask(operation, ids, token: token.text))
      let reply = try await harness.send(ask)
      #expect((200...204).contains(reply.status), "\(name): \(reply.text.prefix(300))")
      guard reply.status != 204 else { continue }
      let text = reply.text.replacing(#/_[0-9a-f]{64}/#, with: "_SECRET")
        .replacing(#/inbox_[0-9]+_[0-9a-f]{32}/#, with: "inbox_KEY")
        .replacing(#/"secret":"[0-9a-f]{64}"/#, with: "\"secret\":\"SECRET\"")
      try expectSnapshot(text + "\n", named: "\(name)-\(index + 1).txt")
    }
    #expect(try await harness.world.violations() == [], "\(name)")
  }
}
