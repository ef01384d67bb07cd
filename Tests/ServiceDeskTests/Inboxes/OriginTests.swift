import ServiceDesk
import Testing

@Suite struct OriginTests {
  @Test(arguments: [
    ("https://shop.example", "https://shop.example"),
    (" HTTPS://Shop.Example/ ", "https://shop.example"),
    ("https://shop.example:443", "https://shop.example"),
    ("http://shop.example:80", "http://shop.example"),
    ("https://shop.example:80", "https://shop.example:80"),
    ("http://localhost:3000", "http://localhost:3000"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ("http://[::1]:8080", "http://[::1]:8080"),
    ("https://xn--e1afmkfd.example", "https://xn--e1afmkfd.example"),
  ])
  func `an origin is written as browsers write it`(text: String, origin: String) throws {
    #expect(try Origin(text).text == origin)
  }

  @Test(arguments: [
    "", "shop.example", "ftp://shop.example", "https://", "https://shop.example/help",
    "https://shop.example?x", "https://user@shop.example", "https://shop.example:70000",
    "https://shop example", "https://*.shop.example", "https://магазин.example", "null",
    "https://\(String(repeating: "a", count: 248))",
  ])
  func `what is no origin is refused`(text: String) {
    #expect(throws: InboxFailure.malformedOrigin) { try Origin(text) }
  }

  @Test func `only the pages of the list may use an inbox, or all where it is empty`() throws {
    let list = try OriginList([Origin("https://shop.example"), Origin("https://shop.example/")])

    #expect(list.origins.count == 1)
    #expect(list.allows("https://shop.example"))
    #expect(!list.allows("http://shop.example"))
    #expect(!list.allows("https://evil.example"))
    #expect(!list.allows("https://shop.example.evil.example"))
    #expect(!list.allows("null"))
    #expect(list.allows(nil))
    #expect(OriginList().allows("https://evil.example"))
  }

  @Test func `a list has at most 50 origins`() throws {
    let origins = try (0..<OriginList.most).map { try Origin("https://shop\($0).example") }

    #expect(try OriginList(origins).origins.count == 50)
    #expect(throws: InboxFailure.tooManyOrigins) {
      try OriginList(origins + [Origin("https://one.more")])
    }
  }

  @Test(arguments: ["", "red", "#fff", "0b6e5f", "#0b6e5g", "#0b6e5f7"])
  func `what is no colour is refused`(text: String) {
    #expect(throws: InboxFailure.malformedColour) { try Colour(text) }
  }
}
