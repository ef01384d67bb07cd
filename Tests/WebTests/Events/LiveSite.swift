import Hummingbird
import HummingbirdTesting
import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// The site on a real socket, with a tail that follows the log.
struct LiveSite {
  let world: DeskHarness
  let tail: EventTail
  let port: Int
  private let following: Task<Void, any Error>

  static func run(_ body: @Sendable (LiveSite) async throws -> Void) async throws {
    let world = try await DeskHarness()
    try await world.numberEvents()
    let tail = EventTail(database: world.database)
    let site = try Site(desk: world.desk, tail: tail)
    let head = try await world.desk.answer(LastPosition(), as: world.amina)
    let application = Application(router: site.router, logger: SiteHarness.logger)
    try await application.test(.live) { client in
      let following = Task { try await tail.run() }
      defer { following.cancel() }
      await tail.wait(after: head - 1)
      try await body(
        LiveSite(world: world, tail: tail, port: #require(client.port), following: following)
      )
    }
  }

  /// As when the server stops.
  func endTail() { following.cancel() }

  /// Follows as Anemone's administrator; the connection is cut when `read` returns.
  func follow<Value: Sendable>(
    after: Int64? = nil,
    lastEventID: Int64? = nil,
    _ read: (inout EventStreamClient) async throws -> Value
  ) async throws -> Value {
    try await EventStreamClient.follow(
      port: port,
      token: world.anemone.token,
      after: after,
      lastEventID: lastEventID,
      read: read
    )
  }

  /// Makes an event in the viewer's account.
  func label(_ name: String, as viewer: Viewer) async throws {
    try await world.desk.perform(AddLabel(name: .init(name)), as: viewer)
    try await world.numberEvents()
  }

  /// The positions of the viewer's events.
  func positions(of viewer: Viewer) async throws -> [String] {
    try await world.desk.answer(ReadEvents(after: 0, limit: 10_000), as: viewer)
      .map { String($0.position) }
  }
}
