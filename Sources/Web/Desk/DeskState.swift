import ServiceDesk
import Storage

/// What the navigation of every page behind the sign-in shows.
struct NavigationState: Query {
  struct Output: Sendable {
    let teams: [Team]
    let counts: [String: Int]
    let attention: MailAttention
    /// Where in the log this was so.
    let position: Int64
  }

  func run(in work: Work) throws -> Output {
    Output(
      teams: try ListTeams(window: Window(limit: Window.mostItems)).run(in: work).items,
      counts: try CountViews().run(in: work),
      attention: try CountMailAttention().run(in: work),
      position: try EventLog.head(in: work.transaction)
    )
  }
}

/// A window of a list, with what was last said in each conversation.
struct RowsState: Query {
  struct Output: Sendable {
    let page: Page<Conversation>
    let previews: [ID<Conversation>: String]
  }

  let view: DeskView
  let window: Window

  func run(in work: Work) throws -> Output {
    let page = try view.query(window).run(in: work)
    let previews = try PreviewConversations(of: page.items.map(\.id)).run(in: work)
    return Output(page: page, previews: previews.mapValues(\.text))
  }
}

/// A conversation as the pane shows it.
struct PaneState: Query {
  struct Output: Sendable {
    let conversation: Conversation
    let messages: Page<Message>
    /// What the customer has read, where that is known.
    let readByCustomer: ID<Message>?
    let drafts: [Draft]
    let customer: CustomerState.Output
    let choices: ChoicesState.Output
    let proposals: [ListJoinProposals.Proposed]
    let answer: AnswerState.Output
  }

  /// How many messages are shown at first.
  static let window = 30

  let conversation: ID<Conversation>
  /// Those before a place, where somebody without scripts looks back.
  let before: Cursor?
  /// What is known of the customer's reading before it is written down.
  let seen: ID<Message>?

  func run(in work: Work) throws -> Output {
    let found = try FindConversation(conversation: conversation).run(in: work)
    let window = Window(limit: Self.window, after: before)
    return Output(
      conversation: found,
      messages: try LatestMessages(conversation: conversation, window: window).run(in: work),
      readByCustomer: [
        try FindReadMarks(conversation: conversation).run(in: work)[.customer], seen,
      ].compactMap { $0 }.max(),
      drafts: try FindDrafts(conversation: conversation).run(in: work),
      customer: try CustomerState(conversation: found).run(in: work),
      choices: try ChoicesState().run(in: work),
      proposals: try ListJoinProposals(conversation: conversation).run(in: work),
      answer: try AnswerState(conversation: conversation).run(in: work)
    )
  }
}

/// What became of a conversation since a message.
struct NewsState: Query {
  struct Output: Sendable {
    let conversation: Conversation
    /// Oldest first; before them the last reply that the customer has read, and what is shown
    /// otherwise now.
    let messages: [Message]
    let readByCustomer: ID<Message>?
    let customer: CustomerState.Output
    let choices: ChoicesState.Output
    let proposals: [ListJoinProposals.Proposed]
    let answer: AnswerState.Output
  }

  /// How far back it is looked for messages that have changed: longer than a page is without news.
  private static let memory = Duration.hours(1)

  let conversation: ID<Conversation>
  let after: ID<Message>
  /// What is known of the customer's reading before it is written down.
  let seen: ID<Message>?

  func run(in work: Work) throws -> Output {
    let found = try FindConversation(conversation: conversation).run(in: work)
    let stored = try FindReadMarks(conversation: conversation).run(in: work)[.customer]
    let read = [stored, seen].compactMap { $0 }.max()
    let news = try MessagesAfter(conversation: conversation, message: after).run(in: work)
    let last = try read.flatMap {
      try LastReply(conversation: conversation, upTo: $0).run(in: work)
    }
    let changed = try MessagesChanged(
      conversation: conversation,
      upTo: after,
      within: Self.memory
    ).run(in: work)
    let before = [last].compactMap { $0 }.filter { reply in
      reply.id <= after && !changed.contains { $0.id == reply.id }
    }
    return Output(
      conversation: found,
      messages: (before + changed).sorted { $0.id < $1.id } + news,
      readByCustomer: read,
      customer: try CustomerState(conversation: found).run(in: work),
      choices: try ChoicesState().run(in: work),
      proposals: try ListJoinProposals(conversation: conversation).run(in: work),
      answer: try AnswerState(conversation: conversation).run(in: work)
    )
  }
}

/// Who a conversation's customer is, and what else there is with the same.
struct CustomerState: Query {
  struct Output: Sendable {
    let customer: Customer
    /// What visitors say of themselves.
    let claims: [Visitor.Claims]
    let others: [Conversation]
    let timeline: [Timeline.Entry]
  }

  private static let mostOthers = 10

  let conversation: Conversation

  func run(in work: Work) throws -> Output {
    let others = try ListConversations(
      statuses: Conversation.Status.allCases,
      customer: conversation.customer.id,
      window: Window(limit: Self.mostOthers + 1)
    ).run(in: work)
    return Output(
      customer: try FindCustomer(customer: conversation.customer.id).run(in: work),
      claims: try FindClaims(conversation: conversation.id).run(in: work),
      others: others.items.filter { $0.id != conversation.id },
      timeline: try Timeline(customer: conversation.customer.id).run(in: work)
    )
  }
}

/// What can be chosen for a conversation.
struct ChoicesState: Query {
  struct Output: Sendable {
    let agents: [Agent]
    let teams: [Team]
    let labels: [Label]
  }

  func run(in work: Work) throws -> Output {
    let window = Window(limit: Window.mostItems)
    return Output(
      agents: try ListAgents(window: window).run(in: work).items,
      teams: try ListTeams(window: window).run(in: work).items,
      labels: try ListLabels(window: window).run(in: work).items
    )
  }
}
