import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

/// The metrics page: well-formed, with what was counted, and without anybody's ids.
@Suite struct MetricsTests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  @Test func `every line is a comment or a sample of a family that was announced`() async throws {
    let lines = try await page().split(separator: "\n").map(String.init)
    let sample = #/([a-z_]+)(\{([a-z]+="[^"\\]*",?)+\})? (-?[0-9.]+(e[+-]?[0-9]+)?)/#
    var families: Set<Substring> = []
    for line in lines {
      if let match = line.wholeMatch(of: #/# TYPE ([a-z_]+) (counter|gauge|histogram)/#) {
        #expect(families.insert(match.1).inserted, "\(line)")
      } else if !line.hasPrefix("# HELP ") {
        let name = try #require(line.wholeMatch(of: sample), "\(line)").1
        let family = ["_bucket", "_sum", "_count"].reduce(String(name)) { name, suffix in
          name.hasPrefix("rapport_http") && name.hasSuffix(suffix)
            ? String(name.dropLast(suffix.count)) : name
        }
        #expect(families.contains(family[...]), "\(line)")
      }
    }
    #expect(families.count >= 15)
  }

  @Test func `requests are counted by route and status, never by id`() async throws {
    let ids = try await Ids(of: harness.world.anemone, in: harness.world)
    for operation in harness.site.operations where operation.method == .get {
      let example = try #require(Example.all[operation.name]?(ids).first)
      _ = try await harness.send(
        try #require(example.ask(operation, ids, token: harness.world.anemone.token))
      )
    }
    _ = try await harness.get("/conversations/1")
    _ = try await harness.send(Ask(.get, "/secret-\(ids[.customer])"))
    let text = try await page()
    #expect(text.contains(#"route="/api/v1/conversations/{conversation}",status="404"} 1"#))
    #expect(text.contains(#"route="NotFound",status="404"} 1"#))
    for noun in Ids.Noun.allCases { #expect(!text.contains(ids[noun]), "\(noun)") }
    #expect(!text.contains("secret") && !text.contains("parcel"))
  }

  @Test func `a histogram's buckets grow to its count`() async throws {
    for _ in 1...3 { _ = try await harness.send(Ask(.get, "/health")) }
    let prefix =
      #"rapport_http_request_seconds_bucket{method="GET",route="/health",status="200",le=""#
    let counts = try await page().split(separator: "\n").filter { $0.hasPrefix(prefix) }
      .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    #expect(counts == counts.sorted() && counts.last == 3 && counts.count == 14)
  }

  @Test func `the log's length and what has no consumer is told`() async throws {
    try await harness.world.numberEvents()
    let events = try await harness.happened().map(\.count).reduce(0, +)
    #expect(try await page().contains("\nrapport_events \(events)\n"))
    #expect(try await page().contains("\nrapport_jobs_dead 0\n"))
  }

  private func page() async throws -> String {
    let reply = try await harness.send(Ask(.get, "/metrics"))
    #expect(reply.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
    return reply.text
  }
}
