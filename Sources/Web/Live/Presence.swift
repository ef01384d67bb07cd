import ServiceDesk
import Storage
import Synchronization

/// Who looks at which conversation and who types there now, on whichever node.
///
/// A sign of life counts for a while: nobody has to say good-bye.
final class Presence: Sendable {
  /// Who is there now.
  struct People: Sendable, Equatable {
    /// What each agent does at most, by the order of ``LiveWhisper/Doing``.
    var agents: [ID<Agent>: LiveWhisper.Doing] = [:]
    var customerTypes = false
  }

  private struct Place: Hashable {
    let account: ID<Account>
    let conversation: ID<Conversation>
  }

  private struct Tab: Hashable {
    let agent: ID<Agent>
    let tab: String
  }

  private struct Sign {
    var doing: LiveWhisper.Doing
    var until: ContinuousClock.Instant
  }

  private struct Room {
    var agents: [Tab: Sign] = [:]
    var customerTypesUntil: ContinuousClock.Instant?
    var told = People()

    var isEmpty: Bool { agents.isEmpty && customerTypesUntil == nil }
  }

  /// A page tells every 20 seconds that it is there, and every 3 that somebody types.
  private static let looking = Duration.seconds(50)
  private static let typing = Duration.seconds(6)
  private static let mostRooms = 20_000
  private static let mostTabs = 200

  private let rooms = Mutex<[Place: Room]>([:])

  /// Takes in a sign of life.
  ///
  /// - Returns: whether there is something to tell by it.
  func note(_ live: LiveWhisper, at now: ContinuousClock.Instant = .now) -> Bool {
    rooms.withLock { rooms in
      switch live {
      case .agent(let agent, let doing, let conversation, let tab, let account):
        let place = Place(account: account, conversation: conversation)
        return Self.change(place, in: &rooms, at: now) { room in
          let key = Tab(agent: agent, tab: tab)
          if doing == .gone {
            room.agents[key] = nil
          } else if room.agents[key] != nil || room.agents.count < Self.mostTabs {
            let time = doing == .looking ? Self.looking : Self.typing
            room.agents[key] = Sign(doing: doing, until: now + time)
          }
        }
      case .customerTypes(let conversation, let account):
        let place = Place(account: account, conversation: conversation)
        return Self.change(place, in: &rooms, at: now) { room in
          room.customerTypesUntil = now + Self.typing
        }
      case .read: return false
      }
    }
  }

  func people(in conversation: ID<Conversation>, of account: ID<Account>) -> People {
    rooms.withLock { $0[Place(account: account, conversation: conversation)]?.told ?? People() }
  }

  /// Forgets what is over.
  ///
  /// - Returns: where something has changed by it.
  func sweep(
    at now: ContinuousClock.Instant = .now
  ) -> [(conversation: ID<Conversation>, account: ID<Account>)] {
    rooms.withLock { rooms in
      Array(rooms.keys).filter { Self.change($0, in: &rooms, at: now) { _ in } }
        .map { ($0.conversation, $0.account) }
    }
  }

  private static func change(
    _ place: Place,
    in rooms: inout [Place: Room],
    at now: ContinuousClock.Instant,
    _ change: (inout Room) -> Void
  ) -> Bool {
    guard rooms[place] != nil || rooms.count < mostRooms else { return false }
    var room = rooms[place] ?? Room()
    change(&room)
    if let until = room.customerTypesUntil, until <= now { room.customerTypesUntil = nil }
    // Who typed and stopped still looks, until that is over too.
    for (tab, sign) in room.agents where sign.until <= now {
      let rest = sign.until + looking
      room.agents[tab] =
        sign.doing == .looking || rest <= now ? nil : Sign(doing: .looking, until: rest)
    }
    let people = Self.people(in: room)
    let isNews = people != room.told
    room.told = people
    rooms[place] = room.isEmpty ? nil : room
    return isNews
  }

  private static func people(in room: Room) -> People {
    var people = People(customerTypes: room.customerTypesUntil != nil)
    for (tab, sign) in room.agents {
      let known = people.agents[tab.agent]
      if known == nil || sign.doing != .looking { people.agents[tab.agent] = sign.doing }
    }
    return people
  }
}

/// The names of the account's agents.
struct AgentNames: Query {
  private static let most = 5_000

  func run(in work: Work) throws -> [ID<Agent>: String] {
    let rows = try work.rows(
      "SELECT id, name FROM agent WHERE account_id = \(work.account) LIMIT \(Self.most)"
    )
    return Dictionary(try rows.map { (try $0[0], try $0[1]) }) { first, _ in first }
  }
}
