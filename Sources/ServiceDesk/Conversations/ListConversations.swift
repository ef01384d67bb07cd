import Storage
package import Understanding

/// The account's conversations, a window at a time.
package struct ListConversations: Query {
  package enum Order: String, Sendable, CaseIterable {
    /// What something happened to last comes first.
    case activity
    /// The newest comes first.
    case created
    /// What is promised soonest comes first; without what is resolved or spam.
    case due
    /// The worst mood comes first; without what is resolved or spam, and what was not read.
    case mood
  }

  package enum MoodFilter: String, Sendable, CaseIterable {
    /// So bad that somebody with care is needed.
    case upset
    case negative, neutral, positive
  }

  package enum View: String, Sendable, CaseIterable {
    case all
    /// The viewer's own.
    case mine
    /// Owned by a team, not by a person.
    case unassigned
  }

  package var statuses: [Conversation.Status]
  package var owner: ID<Agent>?
  package var team: ID<Team>?
  package var label: String?
  package var customer: ID<Customer>?
  package var mood: MoodFilter?
  /// Only what is urgent to the customer.
  package var isUrgent = false
  /// Only where the customer speaks of leaving.
  package var isChurn = false
  package var barrier: Barrier?
  package var view: View
  package var order: Order
  package var window: Window

  package init(
    statuses: [Conversation.Status] = Conversation.Status.unresolved,
    owner: ID<Agent>? = nil,
    team: ID<Team>? = nil,
    label: String? = nil,
    customer: ID<Customer>? = nil,
    mood: MoodFilter? = nil,
    view: View = .all,
    order: Order = .activity,
    window: Window = Window()
  ) {
    self.statuses = statuses
    self.owner = owner
    self.team = team
    self.label = label
    self.customer = customer
    self.mood = mood
    self.view = view
    self.order = order
    self.window = window
  }

  package func run(in work: Work) throws -> Page<Conversation> {
    try window.after?.require(order: order.rawValue)
    let conditions = try [status, place].compactMap { $0 } + filters(in: work)
    let conversations = try work.conversations(
      .joined(conditions, by: " AND "),
      order: sorting,
      limit: window.limit + 1
    )
    return Page(rows: conversations, limit: window.limit) { conversation in
      Cursor(order: order.rawValue, key: key(of: conversation), id: conversation.id.raw)
    }
  }

  /// Written as in the partial indexes where they serve.
  private var status: SQL {
    let unresolved: SQL = "c.status IN ('open', 'waiting', 'snoozed')"
    if Set(statuses) == Set(Conversation.Status.unresolved) { return unresolved }
    let these: SQL = "c.status IN \(list: statuses)"
    return order == .mood ? "\(unresolved) AND \(these)" : these
  }

  private func filters(in work: Work) throws -> [SQL] {
    var filters: [SQL] = []
    if let owner { filters.append("c.owner_agent_id = \(owner)") }
    if let team { filters.append("c.owner_team_id = \(team)") }
    switch view {
    case .all: break
    case .mine: filters.append("c.owner_agent_id = \(try work.requireAgent())")
    case .unassigned: filters.append("c.owner_team_id > 0")
    }
    if let label {
      filters.append(
        """
        c.id IN (SELECT cl.conversation_id FROM conversation_label cl
          JOIN label l ON l.account_id = cl.account_id AND l.id = cl.label_id
          WHERE cl.account_id = \(work.account) AND l.name = \(label))
        """
      )
    }
    if let customer { filters.append("r.id = \(customer)") }
    switch mood {
    case .upset?: filters.append("c.mood <= \(Mood.upset)")
    case .negative?: filters.append("c.mood < 0")
    case .neutral?: filters.append("c.mood = 0")
    case .positive?: filters.append("c.mood > 0")
    case nil: break
    }
    if isUrgent { filters.append("c.urgent = 1") }
    if isChurn { filters.append("c.churn = 1") }
    if let barrier {
      filters.append(
        """
        c.id IN (SELECT b.conversation_id FROM conversation_barrier b
          WHERE b.account_id = \(work.account) AND b.barrier = \(barrier))
        """
      )
    }
    return filters
  }

  private var sorting: SQL {
    switch order {
    case .activity: "c.updated_at DESC, c.id DESC"
    case .created: "c.id DESC"
    case .due: "c.due_at, c.id"
    case .mood: "c.mood, c.id"
    }
  }

  /// What comes after the cursor, in this order.
  private var place: SQL? {
    switch (order, window.after) {
    case (.due, let after?): "(c.due_at, c.id) > (\(after.key), \(after.id))"
    case (.due, nil): "c.due_at > 0"
    case (.mood, let after?): "(c.mood, c.id) > (\(after.key), \(after.id))"
    case (.mood, nil): "c.mood >= -100"
    case (.activity, let after?): "(c.updated_at, c.id) < (\(after.key), \(after.id))"
    case (.created, let after?): "c.id < \(after.id)"
    case (_, nil): nil
    }
  }

  private func key(of conversation: Conversation) -> Int64 {
    switch order {
    case .activity: conversation.updatedAt.milliseconds
    case .created: 0
    case .due: conversation.dueAt?.milliseconds ?? 0
    case .mood: Int64(conversation.mood?.score ?? 0)
    }
  }
}
