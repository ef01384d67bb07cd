import ServiceDesk

/// A list of conversations that agents look at.
enum DeskView: Hashable {
  case mine
  case unassigned
  case all
  /// Those whose customers are upset, the worst first.
  case upset
  case team(ID<Team>)
  /// Those in one status, whoever owns them.
  case status(Conversation.Status)

  private static let statuses: [Conversation.Status] = [.waiting, .snoozed, .resolved, .spam]

  /// Reads what ``path`` gives.
  init?(path: String) {
    switch path {
    case "mine": self = .mine
    case "unassigned": self = .unassigned
    case "all": self = .all
    case "upset": self = .upset
    default:
      if let status = Self.statuses.first(where: { $0.rawValue == path }) {
        self = .status(status)
      } else if path.hasPrefix("team-"), let team = ID<Team>(path.dropFirst(5)) {
        self = .team(team)
      } else {
        return nil
      }
    }
  }

  /// As addresses name it.
  var path: String {
    switch self {
    case .mine: "mine"
    case .unassigned: "unassigned"
    case .all: "all"
    case .upset: "upset"
    case .team(let team): "team-\(team)"
    case .status(let status): status.rawValue
    }
  }

  /// As events name it, which are the same for all readers.
  func key(for agent: ID<Agent>) -> String { self == .mine ? "agent-\(agent)" : path }

  /// Its conversations.
  ///
  /// Only what waits for the team is in the lists of people and teams; the other statuses have
  /// lists of their own.
  func query(_ window: Window) -> ListConversations {
    switch self {
    case .mine: ListConversations(statuses: [.open], view: .mine, window: window)
    case .unassigned: ListConversations(statuses: [.open], view: .unassigned, window: window)
    case .all: ListConversations(statuses: [.open], window: window)
    case .upset:
      ListConversations(statuses: [.open], mood: .upset, order: .mood, window: window)
    case .team(let team): ListConversations(statuses: [.open], team: team, window: window)
    case .status(let status): ListConversations(statuses: [status], window: window)
    }
  }

  /// The keys of the lists that the conversation is in.
  static func keys(of conversation: Conversation) -> [String] {
    guard conversation.status == .open else { return [conversation.status.rawValue] }
    let isUpset = (conversation.mood?.score ?? 0) <= Mood.upset
    let all = isUpset ? ["all", "upset"] : ["all"]
    switch conversation.owner.id {
    case .agent(let agent): return all + ["agent-\(agent)"]
    case .team(let team): return all + ["unassigned", "team-\(team)"]
    }
  }
}

/// How many conversations each list holds, by its key; lists that hold none are missing.
struct CountViews: Query {
  func run(in work: Work) throws -> [String: Int] {
    var counts = try CountConversations().run(in: work).byView
    let upset = try CountUpset().run(in: work)
    if upset > 0 { counts["upset"] = upset }
    return counts
  }
}

extension ConversationCounts {
  /// The counts of the lists that are told by owner and status.
  fileprivate var byView: [String: Int] {
    var counts = [
      "all": all(.open), "unassigned": unassigned(.open), "waiting": all(.waiting),
      "snoozed": all(.snoozed), "resolved": all(.resolved), "spam": all(.spam),
    ]
    for (owner, byStatus) in self.counts {
      switch owner {
      case .agent(let agent): counts["agent-\(agent)"] = byStatus[.open] ?? 0
      case .team(let team): counts["team-\(team)"] = byStatus[.open] ?? 0
      }
    }
    return counts.filter { $0.value != 0 }
  }
}
