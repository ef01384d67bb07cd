import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing
import Web

/// Cursors walk every list to its end, and meet each item exactly once.
@Suite struct PaginationTests {
  let harness: SiteHarness

  init() async throws {
    harness = try await SiteHarness()
    for number in 1...6 {
      // Some share their time, so that the id has to decide.
      if number.isMultiple(of: 2) { harness.world.clock.advance(by: .seconds(1)) }
      let customer = #"{"name":"Parcel \#(number)"}"#
      let opened = try await harness.post(
        "/conversations",
        #"{"customer":\#(customer),"text":"parcel"}"#
      )
      #expect(opened.status == 201)
      _ = try await note("parcel \(number)")
      _ = try await harness.post("/labels", #"{"name":"l\#(number)"}"#)
      _ = try await harness.post("/teams", #"{"name":"t\#(number)"}"#)
      _ = try await harness.post("/agents", #"{"name":"a","email":"a\#(number)@x.example"}"#)
      _ = try await harness.post("/tokens", #"{"name":"t\#(number)","scopes":[]}"#)
    }
  }

  @Test(arguments: [
    ("/conversations?", 7), ("/conversations?sort=created&", 7), ("/conversations?sort=due&", 7),
    ("/customers?", 7), ("/labels?", 6), ("/teams?", 7), ("/agents?", 8), ("/tokens?", 7),
    ("/search?q=parcel&", 25), ("/search?q=parcel&in=messages&", 13),
  ])
  func `every window leads to the next`(list: String, count: Int) async throws {
    try await expectWalk(list, count: count)
  }

  @Test func `messages are walked, oldest first`() async throws {
    try await expectWalk("/conversations/\(harness.world.anemone.conversation)/messages?", count: 7)
  }

  @Test func `what comes in meanwhile moves nothing`() async throws {
    let whole = try await harness.get("/customers").ids
    let first = try await harness.get("/customers?limit=3")
    _ = try await harness.post("/conversations", #"{"customer":{"name":"New"},"text":"Hi"}"#)
    let rest = try await harness.get("/customers?cursor=\(try #require(first["next"]?.text))")
    #expect(first.ids + rest.ids == whole)
  }

  private func expectWalk(_ list: String, count: Int) async throws {
    let whole = try await harness.get("\(list)limit=200")
    #expect(whole.ids.count == count && whole["next"] == nil)
    #expect(Set(whole.ids).count == count)
    for limit in [1, 3, count] {
      var seen: [String] = []
      var cursor = ""
      repeat {
        let window = try await harness.get("\(list)limit=\(limit)\(cursor)")
        seen += window.ids
        #expect(window.ids.count <= limit)
        cursor = window["next"]?.text.map { "&cursor=\($0)" } ?? ""
      } while !cursor.isEmpty && seen.count <= count
      #expect(seen == whole.ids, "\(list), \(limit) at a time")
    }
  }

  private func note(_ text: String) async throws -> Reply {
    try await harness.post(
      "/conversations/\(harness.world.anemone.conversation)/messages",
      #"{"kind":"note","text":"\#(text)"}"#
    )
  }
}
