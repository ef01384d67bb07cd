import ServiceDesk
import Storage
import Synchronization

/// Renders what happens into the feeds of the accounts whose desks are open on this node.
package final class DeskFeeds: Sendable {
  /// How long a feed is kept when nobody follows: for those who come back.
  private static let rest = Duration.seconds(120)
  /// In rounds of a second: so often each follower hears something.
  private static let heartbeatRounds = 15
  /// So many followers more make each round of telling a millisecond longer, up to the most.
  private static let followersOfMillisecond = 20
  private static let longestRound = Duration.milliseconds(100)

  private struct State {
    var feeds: [ID<Account>: DeskFeed] = [:]
    var isClosed = false
  }

  private let desk: Desk
  private let tail: EventTail
  let presence = Presence()
  let hub = ChatHub()
  private let state = Mutex(State())

  init(desk: Desk, tail: EventTail) {
    self.desk = desk
    self.tail = tail
  }

  /// How many desks are open here.
  package var followers: Int { feeds.values.reduce(0) { $0 + $1.followers } }

  private var feeds: [ID<Account>: DeskFeed] { state.withLock { $0.feeds } }

  /// The feed of an account, begun now where nobody followed it.
  func feed(of account: ID<Account>) -> DeskFeed {
    state.withLock { state in
      if let feed = state.feeds[account] { return feed }
      let feed = DeskFeed(position: tail.end)
      if state.isClosed { feed.close() }
      state.feeds[account] = feed
      return feed
    }
  }

  /// Renders until cancelled; followers are released then.
  package func run() async throws {
    defer { close() }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.followLog() }
      group.addTask { await self.followWhispers() }
      group.addTask { await self.sweep() }
      await group.waitForAll()
    }
  }

  private func close() {
    let feeds = state.withLock { state in
      state.isClosed = true
      return state.feeds.values
    }
    for feed in feeds { feed.close() }
  }

  // MARK: The log

  private func followLog() async {
    var position = tail.end
    while !Task.isCancelled {
      await tail.wait(after: position)
      switch tail.next(after: position, account: nil) {
      case .closed: return
      case .behind:
        position = tail.end
        for feed in feeds.values { feed.restart(at: position) }
      case .entries(let entries, let end):
        position = end
        for (account, entries) in Dictionary(grouping: entries, by: \.account) {
          guard let feed = feeds[account] else { continue }
          await tell(entries, of: account, to: feed)
        }
      }
      await rest()
    }
  }

  /// With many followers several events travel together.
  private func rest() async {
    let followers = followers
    let round = Duration.milliseconds(followers / Self.followersOfMillisecond)
    guard round > .zero else { return }
    // Cut short only by the end of all.
    try? await Task.sleep(for: min(round, Self.longestRound))
  }

  private func tell(
    _ entries: [EventTail.Entry],
    of account: ID<Account>,
    to feed: DeskFeed
  ) async {
    guard let end = entries.last?.position else { return }
    do {
      let news = DeskNews(entries.map(\.event))
      guard !news.isEmpty else { return }
      let viewer = Viewer.system(of: account)
      let told = try await desk.answer(news, as: viewer)
      feed.append([told.entry(in: feed.languages, upTo: end)])
    } catch {
      // The database does not answer: whoever follows loads afresh, and learns that in time.
      feed.restart(at: end)
    }
  }

  // MARK: Whispers

  private func followWhispers() async {
    for await whisper in desk.database.whispers.heard() {
      guard let live = LiveWhisper(whisper) else { continue }
      switch live {
      case .agent(let agent, let doing, let conversation, _, let account):
        if presence.note(live) { await tellPresence(in: conversation, of: account) }
        if doing == .typing { await tellVisitors(conversation, thatTypes: agent, of: account) }
      case .customerTypes(let conversation, let account):
        if presence.note(live) { await tellPresence(in: conversation, of: account) }
      case .read(.customer, let conversation, let message, let account):
        feeds[account]?.append([.seen(conversation, upTo: message)])
      case .read(.agent, let conversation, let message, _):
        hub.send(
          ServerSentEvent("read", id: nil) { json in
            json.object { $0.member("readByTeam", message) }
          },
          to: conversation
        )
      }
    }
  }

  /// Tells who looks at a conversation or types in it.
  private func tellPresence(in conversation: ID<Conversation>, of account: ID<Account>) async {
    guard let feed = feeds[account] else { return }
    let present = presence.people(in: conversation, of: account)
    // Without names there is nothing to tell, and the next sign of life comes soon.
    guard let names = try? await desk.answer(AgentNames(), as: .system(of: account)) else { return }
    feed.append([.presence(present, names: names, in: conversation)])
  }

  private func tellVisitors(
    _ conversation: ID<Conversation>,
    thatTypes agent: ID<Agent>,
    of account: ID<Account>
  ) async {
    guard hub.isFollowed(conversation),
      // Without the name there is nothing to tell, and the next sign of life comes soon.
      let names = try? await desk.answer(AgentNames(), as: .system(of: account)),
      let name = names[agent]
    else { return }
    let event = ServerSentEvent("typing", id: nil) { json in
      json.object { $0.member("name", name) }
    }
    hub.send(event, to: conversation)
  }

  // MARK: Forgetting

  /// Forgets who has not been heard of, and feeds that nobody follows.
  private func sweep() async {
    var round = 0
    while !Task.isCancelled {
      guard (try? await Task.sleep(for: .seconds(1))) != nil else { return }
      round += 1
      if round.isMultiple(of: Self.heartbeatRounds) {
        for feed in feeds.values { feed.append([.heartbeat]) }
      }
      for (conversation, account) in presence.sweep() {
        await tellPresence(in: conversation, of: account)
      }
      state.withLock { state in
        state.feeds = state.feeds.filter { _, feed in
          feed.emptySince.map { .now - $0 < Self.rest } ?? true
        }
      }
    }
  }
}
