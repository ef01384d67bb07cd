import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// What agents do at the desk by plain forms.
@Suite struct DeskActionTests {
  private let browser: Browser
  private var world: DeskHarness { browser.site.world }
  private var maria: ID<Conversation> { world.anemone.conversation }
  private var path: String { "/desk/conversations/\(maria)" }

  init() async throws { browser = try await Browser() }

  @Test func `a reply is sent once under its key, and a note stays a note`() async throws {
    let form = ["kind": "reply", "text": "On its **way**.", "key": "k1"]
    for _ in 1...2 {
      let sent = try await browser.submit("\(path)/messages", form)
      #expect(sent.status == 303 && sent.headers[.location]?.hasPrefix(path) == true)
    }
    _ = try await browser.submit("\(path)/messages", ["kind": "note", "text": "VIP", "key": "k2"])
    #expect(try await kinds() == [.incoming, .reply, .note])
    let other = try await browser.submit(
      "\(path)/messages",
      form.merging(["text": "Else"]) { $1 }
    )
    #expect(other.status == 422)
  }

  @Test func `states are changed by forms, which lead back to the conversation`() async throws {
    let steps: [(String, [String: String], Conversation.Status)] = [
      ("resolution", [:], .resolved), ("reopening", [:], .open), ("spam", [:], .spam),
      ("reopening", [:], .open), ("snooze", ["until": "tomorrow"], .snoozed),
    ]
    for (action, fields, status) in steps {
      let done = try await browser.submit("\(path)/\(action)", fields)
      #expect(done.status == 303 && done.headers[.location] == path, "\(action)")
      #expect(try await conversation().status == status, "\(action)")
    }
  }

  @Test func `a conversation is taken by one; the other is told`() async throws {
    let ben = try await Browser(site: browser.site, agent: world.ben)
    #expect(try await ben.submit("\(path)/assignment", ["claim": "1"]).status == 303)
    #expect(try await browser.submit("\(path)/assignment", ["claim": "1"]).status == 409)
    #expect(try await conversation().owner.id == .agent(world.ben))
    let team = "team-\(world.anemone.team)"
    #expect(try await browser.submit("\(path)/assignment", ["owner": team]).status == 303)
    #expect(try await conversation().owner.id == .team(world.anemone.team))
  }

  @Test func `priority, labels and subject are set`() async throws {
    _ = try await browser.submit("\(path)/priority", ["priority": "urgent"])
    _ = try await browser.submit("\(path)/labels", ["add": "parcel"])
    _ = try await browser.submit("\(path)/labels", ["add": "vip"])
    _ = try await browser.submit("\(path)/labels", ["remove": "parcel"])
    _ = try await browser.submit("\(path)/subject", ["subject": "Lost parcel"])
    let changed = try await conversation()
    #expect(changed.priority == .urgent && changed.labels == ["vip"])
    #expect(changed.subject == "Lost parcel")
  }

  @Test func `a customer is blocked and let in again`() async throws {
    _ = try await browser.submit("\(path)/block")
    #expect(try await customer().blockedAt != nil)
    _ = try await browser.submit("\(path)/unblock")
    #expect(try await customer().blockedAt == nil)
  }

  @Test func `an agent writes first`() async throws {
    let form = [
      "email": "new@example.com", "subject": "Your order", "text": "Good news!", "key": "n1",
    ]
    let first = try await browser.submit("/desk/new", form)
    let again = try await browser.submit("/desk/new", form)
    #expect(first.status == 303 && first.headers[.location] == again.headers[.location])
    let faulty = try await browser.submit("/desk/new", ["email": "nobody", "text": "x"])
    #expect(faulty.status == 422 && faulty.text.contains("value=\"nobody\""))
  }

  @Test(arguments: [
    "messages", "assignment", "resolution", "reopening", "spam", "snooze", "priority", "labels",
    "subject", "block", "unblock",
  ])
  func `a form of another site does nothing`(action: String) async throws {
    let before = try await conversation()
    let fields = ["kind": "reply", "text": "x", "owner": "me", "priority": "low", "subject": "x"]
    let refused = try await browser.submit("\(path)/\(action)", fields, csrf: "wrong")
    #expect(refused.status == 403)
    #expect(try await conversation() == before)
  }

  // MARK: Helpers

  private func conversation() async throws -> Conversation {
    try await world.desk.answer(FindConversation(conversation: maria), as: world.amina)
  }

  private func customer() async throws -> Customer {
    try await world.desk.answer(FindCustomer(customer: world.anemone.customer), as: world.amina)
  }

  private func kinds() async throws -> [Message.Kind] {
    let window = Window(limit: 50)
    return try await world.desk.answer(
      ListMessages(conversation: maria, window: window),
      as: world.amina
    ).items.map(\.kind)
  }
}
