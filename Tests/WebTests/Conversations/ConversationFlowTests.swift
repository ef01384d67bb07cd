import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing
import Web

/// A conversation's life through the API, from its first message to its end.
@Suite struct ConversationFlowTests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  @Test func `a conversation is opened, listed, found, answered and read back`() async throws {
    let opened = try await harness.post(
      "/conversations",
      #"{"customer":{"email":"Nora@Example.com","name":"Nora"},"text":"My lamp broke.\nSorry!"}"#
    )
    let path = "/conversations/\(try #require(opened["id"]?.text))"
    #expect(opened["subject"]?.text == "My lamp broke.")
    #expect(opened["status"]?.text == "open" && opened["number"]?.wholeNumber == 2)
    #expect(try await harness.get(path).json == opened.json)
    #expect(try await harness.get("/conversations").items.first == opened.json)

    for (kind, text) in [
      ("note", "Third lamp!"), ("reply", "A new one is coming."), ("incoming", "Thanks"),
    ] {
      let added = try await harness.post(
        "\(path)/messages",
        #"{"kind":"\#(kind)","text":"\#(text)"}"#
      )
      #expect(added["kind"]?.text == kind && added["text"]?.text == text)
    }
    let messages = try await harness.get("\(path)/messages")
    #expect(messages.items.map { $0["kind"]?.text } == ["incoming", "note", "reply", "incoming"])
    #expect(
      messages.items.map { $0["author"]?["name"]?.text } == ["Nora", "Amina", "Amina", "Nora"]
    )
    #expect(messages.items.map { $0["delivery"]?["state"]?.text } == [nil, nil, "sent", nil])
    #expect(messages.items[0]["html"]?.text == #"<p dir="auto">My lamp broke.<br>Sorry!</p>"#)
    #expect(try await harness.get(path)["messageCount"]?.wholeNumber == 4)
  }

  @Test func `a reply hands the turn to the customer, a message back to the team`() async throws {
    #expect(try await say("reply") == "waiting")
    #expect(try await say("note") == "waiting")
    #expect(try await say("incoming") == "open")
  }

  @Test func `it is assigned to an agent, to a team, and given back`() async throws {
    let world = harness.world.anemone
    let toAgent = try await set(.put, "assignment", #"{"agent":"\#(world.agent)"}"#)
    #expect(toAgent["owner", "kind"]?.text == "agent" && toAgent["owner", "name"]?.text == "Amina")
    #expect(try await harness.get("/conversations?owner=me").ids == [id])
    #expect(try await harness.get("/conversations?view=unassigned").ids == [])

    let team = try await harness.post("/teams", #"{"name":"Returns"}"#)
    let teamID = try #require(team["id"]?.text)
    let toTeam = try await set(.put, "assignment", #"{"team":"\#(teamID)"}"#)
    #expect(toTeam["owner", "id"]?.text == teamID && toTeam["owner", "name"]?.text == "Returns")
    #expect(try await harness.get("/conversations?team=\(teamID)").ids == [id])

    let back = try await set(.delete, "assignment")
    #expect(back["owner", "id"]?.text == world.team.description)
  }

  @Test func `it is snoozed and woken`() async throws {
    let snoozed = try await set(.put, "snooze", #"{"until":"2027-01-16T10:00:00+01:00"}"#)
    #expect(snoozed["status"]?.text == "snoozed")
    #expect(snoozed["snoozedUntil"]?.text == "2027-01-16T09:00:00.000Z")
    #expect(snoozed["dueAt"] == snoozed["snoozedUntil"])
    #expect(try await harness.get("/conversations?status=snoozed").ids == [id])

    let woken = try await set(.delete, "snooze")
    #expect(woken["status"]?.text == "open" && woken["snoozedUntil"] == nil)
    #expect(woken["dueAt"]?.text == "2027-01-15T12:00:00.000Z")
  }

  @Test func `it is resolved and reopened`() async throws {
    let resolved = try await set(.put, "resolution")
    #expect(resolved["status"]?.text == "resolved" && resolved["dueAt"] == nil)
    #expect(try await harness.get("/conversations").ids == [])
    #expect(try await harness.get("/conversations?status=resolved").ids == [id])

    let snooze = try await set(.put, "snooze", #"{"until":"2027-01-16T10:00:00Z"}"#)
    #expect(snooze.status == 409 && snooze.code == "notUnresolved")
    #expect(try await set(.delete, "resolution")["status"]?.text == "open")
  }

  @Test func `it is put away as spam and taken out again`() async throws {
    #expect(try await set(.put, "spam")["status"]?.text == "spam")
    #expect(try await harness.get("/conversations").ids == [])
    #expect(try await set(.delete, "spam")["status"]?.text == "open")
  }

  @Test func `its subject, priority, labels and attributes are changed`() async throws {
    let changed = try await harness.api(
      .patch,
      path,
      """
      {"subject":"Parcel 7","priority":"urgent","labels":["vip","late","vip"],\
      "attributes":{"order":7,"gift":true,"shop":"Αθήνα"}}
      """
    )
    #expect(changed["subject"]?.text == "Parcel 7" && changed["priority"]?.text == "urgent")
    #expect(changed["labels"] == .array([.string("late"), .string("vip")]))
    #expect(
      changed["attributes"]
        == .object(["order": .integer(7), "gift": .bool(true), "shop": .string("Αθήνα")])
    )
    #expect(try await harness.get("/conversations?label=late").ids == [id])

    let less = try await harness.api(
      .patch,
      path,
      #"{"labels":["vip"],"attributes":{"order":null,"gift":0.5}}"#
    )
    #expect(less["labels"] == .array([.string("vip")]))
    #expect(less["attributes"] == .object(["gift": .number(0.5), "shop": .string("Αθήνα")]))
    #expect(try await harness.get("/conversations?label=late").ids == [])
  }

  @Test func `a change to nothing changes nothing`() async throws {
    let before = try await harness.get(path)
    let log = try await harness.happened()
    #expect(try await harness.api(.patch, path, "{}").bytes == before.bytes)
    #expect(try await harness.happened() == log)
  }

  @Test func `lists are sorted and filtered as asked`() async throws {
    let customer = harness.world.anemone.customer
    let second = try await harness.post(
      "/conversations",
      #"{"customer":{"id":"\#(customer)"},"text":"Another"}"#
    )
    harness.world.clock.advance(by: .minutes(1))
    _ = try await set(.put, "snooze", #"{"until":"2027-01-15T08:30:00Z"}"#)
    let secondID = try #require(second["id"]?.text)
    #expect(try await harness.get("/conversations").ids == [id, secondID])
    #expect(try await harness.get("/conversations?sort=created").ids == [secondID, id])
    #expect(try await harness.get("/conversations?sort=due").ids == [id, secondID])
    #expect(try await harness.get("/conversations?customer=\(customer)").ids.count == 2)
    #expect(try await harness.get("/conversations?status=open").ids == [secondID])
  }

  @Test func `a phone message joins the latest unresolved conversation`() async throws {
    func call() async throws -> Reply {
      try await harness.post(
        "/messages",
        """
        {"customer":{"email":"maria@anemone.example"},"text":"It is me again","channel":"phone"}
        """
      )
    }
    let joined = try await call()
    #expect(joined["opened"] == .bool(false))
    #expect(joined["conversation", "id"]?.text == id)

    _ = try await set(.put, "resolution")
    harness.world.clock.advance(by: .days(15))
    #expect(try await call()["opened"] == .bool(true))
  }

  private var id: String { harness.world.anemone.conversation.description }
  private var path: String { "/conversations/\(id)" }

  /// Adds a message and gives the status that the conversation has then.
  private func say(_ kind: String) async throws -> String? {
    _ = try await harness.post("\(path)/messages", #"{"kind":"\#(kind)","text":"Well"}"#)
    return try await harness.get(path)["status"]?.text
  }

  private func set(
    _ method: HTTPRequest.Method,
    _ state: String,
    _ json: String? = nil
  ) async throws -> Reply {
    try await harness.api(method, "\(path)/\(state)", json)
  }
}
