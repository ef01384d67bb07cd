import Foundation
import ServiceDesk
import Storage

/// What some events mean for the desks of their account: which rows are other now, and whether
/// names or choices are.
struct DeskNews: Query {
  /// What is to be shown.
  struct Output: Sendable {
    let conversations: [Conversation]
    let previews: [ID<Conversation>: String]
    /// Those in which a customer has just written.
    let incoming: Set<ID<Conversation>>
    /// Those whose customer is another now, or has another name.
    let afresh: Set<ID<Conversation>>
    let counts: [String: Int]
    /// Whether names or choices have changed, which are all over the pages.
    let mustReload: Bool
  }

  /// More conversations at once are not told one by one.
  private static let mostConversations = 200
  /// Conversations of a customer whose record has changed.
  private static let mostOfCustomer = 20

  private let conversations: Set<ID<Conversation>>
  private let customers: Set<ID<Customer>>
  private let incoming: Set<ID<Conversation>>
  private let mustReload: Bool

  init(_ events: [NewEvent]) {
    conversations = Set(events.compactMap { $0.conversation.map { ID($0) } })
    customers = Set(
      events.filter { $0.conversation == nil && $0.subject.kind == Customer.noun }
        .flatMap { [ID($0.subject.id)] + Self.other(in: $0) }
    )
    incoming = Set(
      events.filter { [ConversationOpened.kind, MessageReceived.kind].contains($0.kind) }
        .compactMap { $0.conversation.map { ID($0) } }
    )
    mustReload =
      conversations.count > Self.mostConversations
      || events.contains { event in
        [Agent.noun, Team.noun, Label.noun, "account"].contains(event.subject.kind)
          && !Self.private.contains(event.kind)
      }
  }

  /// The customer who is on its own again after a merge was undone.
  private static func other(in event: NewEvent) -> [ID<Customer>] {
    struct Unmerged: Decodable { let other: ID<Customer> }
    guard event.kind == CustomerUnmerged.kind else { return [] }
    // A payload is what the program has written itself.
    let payload = try? JSONDecoder().decode(Unmerged.self, from: Data(event.payload.utf8))
    return payload.map { [$0.other] } ?? []
  }

  /// Events of people that nobody else sees.
  private static let `private`: Set<String> = [
    SessionStarted.kind, SessionEnded.kind, PasswordChanged.kind, ReadingCorrected.kind,
    ContactReasonsChanged.kind,
  ]

  /// Whether nothing of it is seen at any desk.
  var isEmpty: Bool { conversations.isEmpty && customers.isEmpty && !mustReload }

  func run(in work: Work) throws -> Output {
    let changed = try FindConversations(
      conversations: Array(conversations.sorted().prefix(Self.mostConversations))
    ).run(in: work)
    let ofCustomers = try customers.sorted().prefix(Self.mostOfCustomer).flatMap { customer in
      try ListConversations(
        statuses: Conversation.Status.allCases,
        customer: customer,
        window: Window(limit: Self.mostOfCustomer)
      ).run(in: work).items
    }
    let found = changed + ofCustomers.filter { !conversations.contains($0.id) }
    return Output(
      conversations: found,
      previews: try PreviewConversations(of: found.map(\.id)).run(in: work).mapValues(\.text),
      incoming: incoming,
      afresh: Set(ofCustomers.map(\.id)),
      counts: try CountViews().run(in: work),
      mustReload: mustReload
    )
  }
}

extension DeskNews.Output {
  /// What desks are told, all of it at once: a client has all of it or nothing.
  func entry(in languages: [Language], upTo position: Int64) -> DeskFeed.Entry {
    let frames = languages.map { language -> (Language, [UInt8]) in
      let event = ServerSentEvent("change", id: position) { json in
        json.object { json in
          json.name("changes")
          json.array(conversations) { write($1, to: &$0, in: language) }
          json.name("counts")
          writeCounts(to: &json)
          json.member("reload", mustReload)
        }
      }
      return (language, event.bytes)
    }
    return DeskFeed.Entry(
      position: position,
      frames: Dictionary(uniqueKeysWithValues: frames)
    )
  }

  private func write(_ conversation: Conversation, to json: inout JSONWriter, in language: Language)
  {
    let row = ConversationRow(
      conversation,
      snippet: previews[conversation.id] ?? "",
      language: language
    )
    json.object { json in
      json.member("conversation", conversation.id)
      json.name("views")
      json.array(DeskView.keys(of: conversation)) { $0.value($1) }
      json.member("row", row.html.markup)
      json.member("customer", conversation.customer.id)
      json.member("incoming", incoming.contains(conversation.id))
      json.member("afresh", afresh.contains(conversation.id))
    }
  }

  private func writeCounts(to json: inout JSONWriter) {
    json.object { json in
      for (view, count) in counts.sorted(by: { $0.key < $1.key }) {
        json.name(view)
        json.value(count)
      }
    }
  }
}

extension DeskFeed.Entry {
  /// That the connection holds.
  static let heartbeat = Self(position: nil, frame: ServerSentEvent.heartbeat)

  /// That the customer has read up to a message.
  static func seen(_ conversation: ID<Conversation>, upTo message: ID<Message>) -> Self {
    let event = ServerSentEvent("seen", id: nil) { json in
      json.object { json in
        json.member("conversation", conversation)
        json.member("message", message)
      }
    }
    return Self(position: nil, frame: event.bytes)
  }

  /// Who looks at a conversation and who types there.
  static func presence(
    _ people: Presence.People,
    names: [ID<Agent>: String],
    in conversation: ID<Conversation>
  ) -> Self {
    let event = ServerSentEvent("presence", id: nil) { json in
      json.object { json in
        json.member("conversation", conversation)
        json.name("people")
        json.array(people.agents.sorted { $0.key < $1.key }) { json, person in
          json.object { json in
            json.member("id", person.key)
            json.member("name", names[person.key] ?? "")
            json.member("doing", person.value == .looking ? "looking" : "typing")
          }
        }
        json.member("customer", people.customerTypes ? "typing" : nil)
      }
    }
    return Self(position: nil, frame: event.bytes)
  }
}
