import HTTPTypes
import ServiceDesk
import TestSupport
import Testing
import Web

/// The account, its people, labels and tokens through the API.
@Suite struct AccountFlowTests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  @Test func `settings change what is promised from then on`() async throws {
    let changed = try await harness.api(.patch, "/account", #"{"replyMinutes":30}"#)
    #expect(changed["name"]?.text == "Anemone" && changed["replyMinutes"]?.wholeNumber == 30)
    #expect(try await harness.get("/account").json == changed.json)
    let opened = try await harness.post("/conversations", #"{"customer":{"name":"N"},"text":"Hi"}"#)
    #expect(opened["dueAt"]?.text == "2027-01-15T08:30:00.000Z")
  }

  @Test func `another account's name is taken`() async throws {
    let reply = try await harness.api(.patch, "/account", #"{"name":"Basil"}"#)
    #expect(reply.status == 409 && reply.code == "nameTaken" && reply.pointers == ["/name"])
  }

  @Test func `agents join and leave teams`() async throws {
    let agent = try await harness.post("/agents", #"{"name":"Cleo","email":"C@Anemone.example"}"#)
    #expect(agent["email"]?.text == "c@anemone.example")
    #expect(
      try await harness.get("/agents").items.map { $0["name"]?.text } == ["Amina", "Ben", "Cleo"]
    )
    let taken = try await harness.post("/agents", #"{"name":"C","email":"c@anemone.example"}"#)
    #expect(taken.status == 409 && taken.code == "emailTaken" && taken.pointers == ["/email"])

    let team = try await harness.post("/teams", #"{"name":"Night"}"#)
    #expect(try await harness.post("/teams", #"{"name":"Night"}"#).code == "nameTaken")
    let (teamID, agentID) = (try #require(team["id"]?.text), try #require(agent["id"]?.text))
    let member = "/teams/\(teamID)/members/\(agentID)"
    #expect(try await harness.api(.put, member).status == 204)
    #expect(try await members(of: "Night") == [agentID])
    #expect(try await harness.api(.put, member).status == 204)
    #expect(try await harness.api(.delete, member).status == 204)
    #expect(try await members(of: "Night") == [])
    #expect(try await members(of: "Support")?.count == 3)
  }

  @Test func `a label is added once and removed everywhere`() async throws {
    let label = try await harness.post("/labels", #"{"name":"late"}"#)
    #expect(try await harness.post("/labels", #"{"name":" late "}"#).json == label.json)
    let conversation = "/conversations/\(harness.world.anemone.conversation)"
    _ = try await harness.api(.patch, conversation, #"{"labels":["late"]}"#)

    let path = "/labels/\(try #require(label["id"]?.text))"
    #expect(try await harness.api(.delete, path).status == 204)
    #expect(try await harness.get(conversation)["labels"] == .array([]))
    #expect(try await harness.get("/labels").ids == [])
    #expect(try await harness.api(.delete, path).code == "noSuchLabel")
  }

  @Test func `a token works until it is revoked, and its secret is shown once`() async throws {
    let body = #"{"name":"Shop","scopes":["write","read"],"agent":"\#(harness.world.ben)"}"#
    let issued = try await harness.post("/tokens", body)
    let secret = try #require(issued["token"]?.text)
    #expect(issued["scopes"] == .array([.string("read"), .string("write")]))

    let note = #"{"kind":"note","text":"By the shop"}"#
    let messages = "/conversations/\(harness.world.anemone.conversation)/messages"
    let written = try await harness.api(.post, messages, note, token: secret)
    #expect(written["author", "name"]?.text == "Ben")
    let listed = try await harness.get("/tokens")
    #expect(listed.items.map { $0["name"]?.text } == ["Administrator", "Shop"])
    #expect(!listed.text.contains("rapport_"))

    let path = "/tokens/\(try #require(issued["id"]?.text))"
    #expect(try await harness.api(.delete, path).status == 204)
    #expect(try await harness.get("/account", token: secret).status == 401)
    #expect(try await harness.get("/tokens").ids.count == 1)
    #expect(try await harness.api(.delete, path).status == 204)
  }

  private func members(of team: String) async throws -> [String]? {
    let teams = try await harness.get("/teams").items
    return teams.first { $0["name"]?.text == team }?["members"]?.items?.compactMap(\.text)
  }
}
