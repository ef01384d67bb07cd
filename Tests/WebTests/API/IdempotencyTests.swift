import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing
import Web

/// The same key and request get the first answer again, and nothing is done twice.
@Suite struct IdempotencyTests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  private let body = #"{"customer":{"name":"N"},"text":"Hi"}"#

  @Test func `a repeated request gets the same bytes and does nothing`() async throws {
    let first = try await harness.post("/conversations", body, key: "k-1")
    let log = try await harness.happened()
    let conversation = try #require(first["id"]?.text)
    harness.world.clock.advance(by: .hours(23))
    #expect(
      try await harness.post("/conversations", body, key: "k-1").comparable == first.comparable
    )
    #expect(try await harness.happened() == log)
    #expect(try await harness.get("/conversations").ids.count == 2)

    // Also when what it speaks of has changed meanwhile.
    _ = try await harness.api(.put, "/conversations/\(conversation)/resolution")
    #expect(try await harness.post("/conversations", body, key: "k-1").bytes == first.bytes)
  }

  @Test func `every write takes a key`() async throws {
    let ids = try await Ids(of: harness.world.anemone, in: harness.world)
    // A token's secret alone is not told again.
    let writes = harness.site.operations.filter { $0.isWrite && $0.name != "issueToken" }
    for operation in writes {
      let example = try #require(Example.all[operation.name]?(ids).first)
      var ask = try #require(example.ask(operation, ids, token: harness.world.anemone.token))
      ask.headers[.idempotencyKey] = operation.name
      let first = try await harness.send(ask)
      let log = try await harness.happened()
      #expect(try await harness.send(ask).comparable == first.comparable, "\(operation.name)")
      #expect(try await harness.happened() == log, "\(operation.name)")
    }
  }

  @Test func `a token's secret is told once and kept nowhere`() async throws {
    let body = #"{"name":"Robot","scopes":["read"]}"#
    let first = try await harness.post("/tokens", body, key: "robot")
    let again = try await harness.post("/tokens", body, key: "robot")

    let secret = try #require(first["token"]?.text)
    #expect(again.status == 201 && again["id"] == first["id"] && again["token"] == nil)
    let kept = try await harness.desk.database.read { transaction in
      try transaction.rows("SELECT body FROM request_key").map { try $0[0] as String }
    }
    #expect(kept.count == 1 && !kept[0].contains(secret))
  }

  @Test func `a repeat without content stays without content`() async throws {
    let path = "/teams/\(harness.world.anemone.team)/members/\(harness.world.ben)"
    for _ in 1...2 {
      let reply = try await harness.api(.delete, path, key: "leave")
      #expect(reply.status == 204 && reply.bytes.isEmpty)
    }
  }

  @Test func `another body, address or method under the key is refused`() async throws {
    _ = try await harness.post("/labels", #"{"name":"late"}"#, key: "k")
    let log = try await harness.happened()
    for reply in [
      try await harness.post("/labels", #"{"name":"early"}"#, key: "k"),
      try await harness.post("/labels", #"{"name": "late"}"#, key: "k"),
      try await harness.post("/teams", #"{"name":"late"}"#, key: "k"),
      try await harness.api(.patch, "/account", #"{"name":"late"}"#, key: "k"),
    ] {
      #expect(reply.status == 422 && reply.code == "keyReused")
    }
    #expect(try await harness.happened() == log)
  }

  @Test func `a request that failed can be mended under its key`() async throws {
    let conversation = "/conversations/\(harness.world.anemone.conversation)/snooze"
    let past = try await harness.api(
      .put,
      conversation,
      #"{"until":"2020-01-01T00:00:00Z"}"#,
      key: "k"
    )
    #expect(past.status == 422)
    let mended = try await harness.api(
      .put,
      conversation,
      #"{"until":"2027-03-01T00:00:00Z"}"#,
      key: "k"
    )
    #expect(mended["status"]?.text == "snoozed")
  }

  @Test func `a key is forgotten after a day, and is each account's own`() async throws {
    let first = try await harness.post("/labels", #"{"name":"late"}"#, key: "k")
    let theirs = try await harness.api(
      .post,
      "/labels",
      #"{"name":"late"}"#,
      token: harness.world.basil.token,
      key: "k"
    )
    #expect(theirs.status == 201 && theirs["id"] != first["id"])
    harness.world.clock.advance(by: .hours(24) + .seconds(1))
    #expect(try await harness.post("/labels", #"{"name":"other"}"#, key: "k").status == 201)
  }

  @Test func `an uploaded file is stored once`() async throws {
    let first = try await harness.upload([1, 2], name: "a", type: "text/plain", key: "up")
    let again = try await harness.upload([1, 2], name: "a", type: "text/plain", key: "up")
    #expect(again.comparable == first.comparable)
    #expect(
      try await harness.upload([1], name: "a", type: "text/plain", key: "up").code == "keyReused"
    )
  }
}
