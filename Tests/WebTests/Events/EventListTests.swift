import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing
import Web

/// The event log, read in windows.
@Suite struct EventListTests {
  let harness: SiteHarness

  init() async throws {
    harness = try await SiteHarness()
    try await harness.world.numberEvents()
  }

  @Test func `the log is walked from its start, window by window`() async throws {
    let kinds = try await harness.world.log(of: harness.world.amina)
    var (seen, after): ([JSON], String?) = ([], "0")
    while let position = after {
      let window = try await harness.get("/events?after=\(position)&limit=4")
      seen += window.items
      #expect(window.items.count <= 4)
      after = window["next"]?.text
      if let after { #expect(after == window.items.last?["position"]?.text) }
    }
    #expect(seen.compactMap { $0["kind"]?.text } == kinds)
    let positions = seen.compactMap { $0["position"]?.text }.compactMap { Int64($0) }
    #expect(positions.count == kinds.count && zip(positions, positions.dropFirst()).allSatisfy(<))
  }

  @Test func `a reader goes on where it stopped`() async throws {
    let last = try #require(try await harness.get("/events?limit=200").items.last)
    let position = try #require(last["position"]?.text)
    #expect(try await harness.get("/events?after=\(position)").items.isEmpty)
    _ = try await harness.post("/labels", #"{"name":"late"}"#)
    try await harness.world.numberEvents()
    let news = try await harness.get("/events?after=\(position)")
    #expect(news.items.compactMap { $0["kind"]?.text } == ["label.added"])
    #expect(news.items[0]["actor"]?["id"]?.text == harness.world.anemone.agent.description)
    #expect(news["next"] == nil)
  }

  @Test func `another account's events are not in it`() async throws {
    let own = try await harness.get("/events?limit=200").text
    for id in [harness.world.basil.account.description, harness.world.basil.customer.description] {
      #expect(!own.contains(id))
    }
  }

  @Test func `a mood that turned for the worse is told in numbers from -100 to 100`() async throws {
    let opened = try await harness.post(
      "/conversations",
      #"{"customer":{"name":"Maria"},"text":"Thank you so much, you saved my holiday!"}"#
    )
    let conversation = try #require(opened["id"]?.text)
    _ = try await harness.post(
      "/conversations/\(conversation)/messages",
      #"{"kind":"incoming","text":"This is outrageous! You lost my parcel AGAIN."}"#
    )
    try await harness.world.numberEvents()
    let log = try await harness.get("/events?limit=200").items
    let turn = try #require(log.first { $0["kind"]?.text == "mood.worsened" })
    #expect(try #require(turn["data"]?["after"]?.wholeNumber) < 0)
  }

  @Test func `events hold no one's words`() async throws {
    _ = try await harness.post(
      "/conversations",
      #"{"customer":{"name":"Secretname","email":"s@secret.example"},"text":"secret words"}"#
    )
    try await harness.world.numberEvents()
    let log = try await harness.get("/events?limit=200").text
    #expect(!log.lowercased().contains("secret"))
  }

  @Test func `a position that is no longer kept, or never was, is gone`() async throws {
    for path in ["/events?after=999999", "/events/stream?after=999999"] {
      let reply = try await harness.get(path)
      #expect(reply.status == 410 && reply.code == "positionExpired")
    }
    let pruned = try await harness.desk.database.write { transaction in
      // So that pruning may go so far.
      try transaction.execute(
        """
        INSERT INTO consumer (name, position, leased_until, failures) VALUES ('test', 5, 0, 0)
        """
      )
      return try EventLog.prune(before: Timestamp(milliseconds: .max), limit: 3, in: transaction)
    }
    #expect(pruned == 3)
    #expect(try await harness.get("/events?after=2").code == "positionExpired")
    #expect(try await harness.get("/events/stream?after=2").code == "positionExpired")
    #expect(try await harness.get("/events?after=3").status == 200)
    #expect(try await harness.get("/events?after=0").status == 200)
  }

  @Test(arguments: ["-1", "x", "+1", "", "1.5", "9999999999999999999"])
  func `what is no position is refused`(position: String) async throws {
    for path in ["/events", "/events/stream"] {
      let reply = try await harness.get("\(path)?after=\(position)")
      #expect(reply.status == 400 && reply.pointers == ["after"])
    }
    guard !position.isEmpty else { return }
    var ask = Ask(.get, "/api/v1/events/stream", token: harness.world.anemone.token)
    ask.headers[.lastEventID] = position
    let reply = try await harness.send(ask)
    #expect(reply.status == 400 && reply.pointers == ["Last-Event-ID"])
  }
}
