import HTTPTypes
import ServiceDesk
import TestSupport
import Testing
import Web

/// Customers through the API: found, changed, merged and unmerged.
@Suite struct CustomerFlowTests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  @Test func `a customer is listed, found by address and changed`() async throws {
    let found = try await harness.get("/customers?email=MARIA@anemone.example")
    #expect(found.ids == [maria])
    #expect(try await harness.get("/customers/\(maria)").json == found.items[0])
    #expect(found.items[0]["email"]?.text == "maria@anemone.example")

    let changed = try await harness.api(
      .patch,
      "/customers/\(maria)",
      """
      {"name":"Maria P.","phone":"0030 210 123-4567","externalID":"K-17",\
      "attributes":{"tier":"gold"}}
      """
    )
    #expect(changed["name"]?.text == "Maria P.")
    #expect(
      changed["identities"]?.items?.map { $0["value"]?.text }
        == ["maria@anemone.example", "K-17", "+302101234567"]
    )
    #expect(changed["attributes"] == .object(["tier": .string("gold")]))
  }

  @Test func `two customers become one and two again, exactly`() async throws {
    let opened = try await harness.post(
      "/conversations",
      #"{"customer":{"email":"m@home.example","name":"Mary"},"text":"Me too"}"#
    )
    let mary = try #require(opened["customer", "id"]?.text)
    let before = try await harness.get("/customers/\(maria)")

    let merged = try await harness.post("/customers/\(maria)/merge", #"{"customer":"\#(mary)"}"#)
    #expect(merged["merged"] == .array([.string(mary)]))
    #expect(
      merged["identities"]?.items?.map { $0["value"]?.text }
        == ["m@home.example", "maria@anemone.example"]
    )
    #expect(try await harness.get("/customers").ids == [maria])
    #expect(try await harness.get("/customers?email=m@home.example").ids == [maria])
    #expect(try await harness.get("/customers/\(mary)")["mergedInto"]?.text == maria)
    #expect(try await harness.get("/conversations?customer=\(maria)").ids.count == 2)

    let apart = try await harness.api(.delete, "/customers/\(maria)/merge/\(mary)")
    #expect(apart["identities"] == before["identities"] && apart["merged"] == .array([]))
    #expect(try await harness.get("/customers").ids.count == 2)
    #expect(try await harness.get("/conversations?customer=\(maria)").ids.count == 1)

    let again = try await harness.api(.delete, "/customers/\(maria)/merge/\(mary)")
    #expect(again.status == 404 && again.code == "noSuchMerge")
  }

  @Test func `nobody is merged into themselves, or twice`() async throws {
    let merge = "/customers/\(maria)/merge"
    let itself = try await harness.post(merge, #"{"customer":"\#(maria)"}"#)
    #expect(itself.status == 422 && itself.code == "mergedIntoItself")

    let other = try await harness.post("/conversations", #"{"customer":{"name":"M"},"text":"Hi"}"#)
    let body = #"{"customer":"\#(try #require(other["customer", "id"]?.text))"}"#
    #expect(try await harness.post(merge, body).status == 201)
    let twice = try await harness.post(merge, body)
    #expect(twice.status == 409 && twice.code == "alreadyMerged")
  }

  @Test func `an identity that somebody else has is refused`() async throws {
    _ = try await harness.post(
      "/conversations",
      #"{"customer":{"email":"nora@example.com"},"text":"Hi"}"#
    )
    let reply = try await harness.api(
      .patch,
      "/customers/\(maria)",
      #"{"email":"nora@example.com"}"#
    )
    #expect(reply.status == 409 && reply.code == "identityTaken")
  }

  private var maria: String { harness.world.anemone.customer.description }
}
