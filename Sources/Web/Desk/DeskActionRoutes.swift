import Foundation
import Hummingbird
import ServiceDesk
import Storage

/// What agents do with a conversation: each a form, each one command.
struct DeskActionRoutes: Sendable {
  let gate: DeskGate

  private static let conversation: RouterPath = "/desk/conversations/{conversation}"

  func add(to router: Router<WebContext>) {
    addStates(to: router)
    addProperties(to: router)
    addCustomer(to: router)
  }

  private func addStates(to router: Router<WebContext>) {
    post("assignment", on: router) { visit, conversation, form in
      if form["claim"] == "1" {
        _ = try await visit.perform(ClaimConversation(conversation: conversation))
      } else {
        let owner = try visit.owner(form["owner"])
        _ = try await visit.perform(Assign(conversation: conversation, owner: owner))
      }
    }
    post("resolution", on: router) { visit, conversation, _ in
      _ = try await visit.perform(Resolve(conversation: conversation))
    }
    post("reopening", on: router) { visit, conversation, _ in
      try await visit.perform(TakeUpAgain(conversation: conversation))
    }
    post("spam", on: router) { visit, conversation, _ in
      _ = try await visit.perform(MarkSpam(conversation: conversation))
    }
    post("snooze", on: router) { visit, conversation, form in
      let zone = visit.signedIn.agent.timeZone.flatMap { TimeZone(identifier: $0.text) }
      let until = try SnoozeChoice(form["until"], in: zone).time(after: visit.desk.now(), in: zone)
      _ = try await visit.perform(Snooze(conversation: conversation, until: until))
    }
  }

  private func addProperties(to router: Router<WebContext>) {
    post("priority", on: router) { visit, conversation, form in
      guard let priority = Conversation.Priority(rawValue: form["priority"]) else {
        throw Problem(status: 422, code: "invalidBody")
      }
      let change = ChangeConversation(conversation: conversation, priority: priority)
      _ = try await visit.perform(change)
    }
    post("messages/{message}/reading", on: router) { visit, conversation, form in
      let label = form["is"].isEmpty ? form["not"] : form["is"]
      let correction = CorrectMessageReading(
        message: try visit.message(),
        conversation: conversation,
        label: label,
        isTrue: form["not"].isEmpty
      )
      _ = try await visit.perform(correction)
    }
    post("subject", on: router) { visit, conversation, form in
      let subject = try Conversation.Subject(form["subject"])
      _ = try await visit.perform(ChangeConversation(conversation: conversation, subject: subject))
    }
    post("labels", on: router) { visit, conversation, form in
      let change = RelabelConversation(
        conversation: conversation,
        add: try Label.Name(unlessEmpty: form["add"]),
        remove: try Label.Name(unlessEmpty: form["remove"])
      )
      try await visit.perform(change)
    }
  }

  private func addCustomer(to router: Router<WebContext>) {
    post("block", on: router) { visit, conversation, _ in
      let customer = try await visit.answer(FindConversation(conversation: conversation)).customer
      _ = try await visit.perform(BlockCustomer(customer: customer.id))
    }
    post("unblock", on: router) { visit, conversation, _ in
      let customer = try await visit.answer(FindConversation(conversation: conversation)).customer
      _ = try await visit.perform(UnblockCustomer(customer: customer.id))
    }
  }

  private func post(
    _ action: String,
    on router: Router<WebContext>,
    _ run: @escaping @Sendable (DeskVisit, ID<Conversation>, FormBody) async throws -> Void
  ) {
    gate.post("\(Self.conversation)/\(RouterPath(action))", on: router) { visit, form in
      let conversation = try visit.conversation()
      try await run(visit, conversation, form)
      return visit.done(back: "/desk/conversations/\(conversation)")
    }
  }
}

extension DeskVisit {
  /// The answer to a form that did its work: a script sees for itself, a browser goes back.
  func done(back path: String) -> Response {
    isByScript ? Response(status: .noContent) : .seeOther(path)
  }

  /// Reads `me`, `agent-9` or `team-5`; nobody in particular where it is empty.
  func owner(_ text: String) throws -> Conversation.Owner? {
    if text.isEmpty { return nil }
    if text == "me" { return .agent(signedIn.agent.id) }
    if text.hasPrefix("agent-") {
      guard let agent = ID<Agent>(text.dropFirst(6)) else { throw AccessFailure.noSuchAgent }
      return .agent(agent)
    }
    guard text.hasPrefix("team-"), let team = ID<Team>(text.dropFirst(5)) else {
      throw AccessFailure.noSuchTeam
    }
    return .team(team)
  }
}

extension BoundedText {
  /// `nil` where nothing was typed.
  init?(unlessEmpty text: String) throws {
    guard !text.trimmed.isEmpty else { return nil }
    try self.init(text)
  }
}

/// Puts one label on a conversation and takes one off; the others stay.
struct RelabelConversation: Command {
  let conversation: ID<Conversation>
  let add: Label.Name?
  let remove: Label.Name?

  func run(in work: Work) throws {
    let old = try FindConversation(conversation: conversation).run(in: work).labels
    var labels = old.filter { $0 != remove?.text }
    if let add, !labels.contains(add.text) { labels.append(add.text) }
    guard labels != old else { return }
    _ = try ChangeConversation(
      conversation: conversation,
      labels: labels.map { try Label.Name($0) }
    ).run(in: work)
  }
}

/// Opens a conversation again, whether it was resolved or taken for spam.
struct TakeUpAgain: Command {
  let conversation: ID<Conversation>

  func run(in work: Work) throws {
    let status = try FindConversation(conversation: conversation).run(in: work).status
    if status == .spam {
      _ = try UnmarkSpam(conversation: conversation).run(in: work)
    } else {
      _ = try Reopen(conversation: conversation).run(in: work)
    }
  }
}

/// Until when a conversation is to sleep, in words or as a time.
enum SnoozeChoice: Equatable {
  /// Three hours.
  case later
  /// Nine in the morning.
  case tomorrow
  case monday
  case time(Timestamp)

  private static let morningHour = 9

  /// Reads a choice; `2026-11-22T09:00`, as browsers send it, is in the zone.
  init(_ text: String, in zone: TimeZone? = nil) throws {
    switch text {
    case "later": self = .later
    case "tomorrow": self = .tomorrow
    case "monday": self = .monday
    default:
      guard let time = Timestamp(rfc3339: text) ?? Self.local(text, in: zone) else {
        throw ConversationFailure.snoozeTimeOutOfRange
      }
      self = .time(time)
    }
  }

  private static func local(_ text: String, in zone: TimeZone?) -> Timestamp? {
    let zone = zone ?? .gmt
    guard let asThoughUTC = Timestamp(rfc3339: "\(text):00.000Z") else { return nil }
    let date = Date(timeIntervalSince1970: Double(asThoughUTC.milliseconds) / 1_000)
    return asThoughUTC - .seconds(zone.secondsFromGMT(for: date))
  }

  func time(after now: Timestamp, in zone: TimeZone?) throws -> Timestamp {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone ?? .gmt
    let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000)
    let morning = DateComponents(hour: Self.morningHour)
    let next: Date?
    switch self {
    case .time(let time): return time
    case .later: return now + .hours(3)
    case .tomorrow:
      let day = calendar.date(byAdding: .day, value: 1, to: calendar.startOfDay(for: date))
      next = day.flatMap { calendar.date(byAdding: morning, to: $0) }
    case .monday:
      let monday = DateComponents(hour: Self.morningHour, weekday: 2)
      next = calendar.nextDate(after: date, matching: monday, matchingPolicy: .nextTime)
    }
    guard let next else { throw ConversationFailure.snoozeTimeOutOfRange }
    return Timestamp(milliseconds: Int64(next.timeIntervalSince1970 * 1_000))
  }
}
