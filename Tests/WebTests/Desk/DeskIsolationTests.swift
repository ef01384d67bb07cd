import HTTPTypes
import Hummingbird
import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// Another account's records are to the desk as though they were not there.
@Suite struct DeskIsolationTests {
  /// What stands in a path for an id, by the name of the parameter.
  private enum Parameter: String, CaseIterable {
    case conversation, message, attachment
  }

  @Test func `another account's ids get exactly the answer of absent ones`() async throws {
    let site = try await SiteHarness()
    let browser = try await Browser(site: site)
    let foreign = try await ids(of: site.world.basil, in: site)
    let before = try await site.world.log(of: site.world.stefan)
    let routes = site.site.router.routes.filter { "\($0.path)".hasPrefix("/desk") }
    #expect(routes.count > 25)
    for route in routes where "\(route.path)".contains("{") && route.method != .head {
      let path = "\(route.path)".replacing("{view}", with: "all")
      let named = Parameter.allCases.filter { path.contains("{\($0.rawValue)}") }
      // A route with a parameter that is not known here must be added.
      #expect(named.count == path.matches(of: /\{/).count, "\(path)")
      func filled(_ ids: [Parameter: String]) -> String {
        named.reduce(path) { $0.replacing("{\($1.rawValue)}", with: ids[$1] ?? "") }
      }
      let absent = Dictionary(uniqueKeysWithValues: Parameter.allCases.map { ($0, "1") })
      guard !named.isEmpty else { continue }
      let answers = try await (
        ask(route.method, filled(foreign), browser), ask(route.method, filled(absent), browser)
      )
      #expect(answers.0.status == 404, "\(route.method) \(path)")
      #expect(answers.0.bytes == answers.1.bytes, "\(route.method) \(path)")
    }
    // Nothing has come of it.
    #expect(try await site.world.log(of: site.world.stefan) == before)
  }

  private func ids(
    of world: DeskHarness.World,
    in site: SiteHarness
  ) async throws -> [Parameter: String] {
    [
      .conversation: world.conversation.description,
      .message: try await site.desk.answer(
        ListMessages(conversation: world.conversation, window: Window()),
        as: world.admin
      ).items[0].id.description,
      .attachment: try await site.desk.attachment("A file.", as: world.admin),
    ]
  }

  /// With a body that would be right for each of them.
  private func ask(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ browser: Browser
  ) async throws -> Reply {
    let fields = [
      "kind": "reply", "text": "Hello", "owner": "me", "until": "tomorrow", "priority": "low",
      "add": "label", "subject": "Subject", "target": "1",
    ]
    switch method {
    case .get: return try await browser.open(path)
    default: return try await browser.submit(path, fields, method: method)
    }
  }
}
