import HTTPTypes
import ServiceDesk
import TestSupport
import Testing
import Web

/// What people wrote is found again, with a piece of it.
@Suite struct SearchTests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  @Test func `a message is found by another form of its words`() async throws {
    let found = try await harness.get("/search?q=parcels")
    #expect(found.items.map { $0["kind"]?.text } == ["message"])
    #expect(found.items[0]["snippet"]?.text == "Where is my parcel?")
    #expect(found.items[0]["conversation"]?.text == harness.world.anemone.conversation.description)
  }

  @Test(arguments: [
    ("conversations", ["conversation"]), ("messages", []), ("customers", []), ("articles", []),
  ])
  func `a search is narrowed to one kind`(kind: String, expected: [String]) async throws {
    let found = try await harness.get("/search?q=first%20order&in=\(kind)")
    #expect(found.items.map { $0["kind"]?.text } == expected)
  }

  @Test func `customers are found by name and address`() async throws {
    for words in ["maria", "MAR", "maria@anemone.example"] {
      let found = try await harness.get("/search?q=\(words)&in=customers")
      #expect(found.ids == [harness.world.anemone.customer.description], "\(words)")
    }
  }

  @Test func `other scripts, the changed subject and notes are found`() async throws {
    let path = "/conversations/\(harness.world.anemone.conversation)"
    _ = try await harness.api(.patch, path, #"{"subject":"Χαμένες παραγγελίες"}"#)
    _ = try await harness.post("\(path)/messages", #"{"kind":"note","text":"سفارش گم شد"}"#)
    #expect(try await harness.get("/search?q=\(encoded("παραγγελια"))").items.count == 1)
    #expect(try await harness.get("/search?q=\(encoded("سفارش"))").items.count == 1)
    #expect(try await harness.get("/search?q=order").items.isEmpty)
  }

  @Test(arguments: [
    "%20", "%21%3F", "%22", "a%00b", "*", "NEAR(", "AND%20OR", "-parcel%20%7C%20%26",
  ])
  func `what is no word does no harm`(words: String) async throws {
    let reply = try await harness.get("/search?q=\(words)")
    #expect(reply.status == 200 || reply.status == 400)
  }

  @Test func `another account's words are not found`() async throws {
    let own = try await harness.get("/search?q=parcel", token: harness.world.basil.token)
    #expect(own.items.count == 1)
    #expect(
      own.items[0]["conversation"]?.text == harness.world.basil.conversation.description
    )
  }

  private func encoded(_ text: String) -> String {
    text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
