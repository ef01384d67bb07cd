import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ClaimTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private var ben: Viewer {
    Viewer(account: harness.anemone.account, actor: .agent(harness.ben), scopes: [.read, .write])
  }

  private var claim: ClaimConversation {
    ClaimConversation(conversation: harness.anemone.conversation)
  }

  @Test func `who claims first has it, and may say so again`() async throws {
    let events = try await harness.events {
      let claimed = try await harness.desk.perform(claim, as: ben)
      #expect(claimed.owner.id == .agent(harness.ben))
      #expect(try await harness.desk.perform(claim, as: ben) == claimed)
      await #expect(throws: ConversationFailure.alreadyClaimed) {
        try await harness.perform(claim)
      }
    }
    #expect(events == ["conversation.assigned"])
    #expect(try await harness.violations() == [])
  }

  @Test func `of many who claim at once one gets it`() async throws {
    var viewers = [harness.amina, ben]
    for number in 1...6 {
      let agent = try await harness.perform(
        AddAgent(name: .init("Agent \(number)"), email: .init("a\(number)@anemone.example"))
      )
      viewers.append(Viewer(account: harness.anemone.account, actor: .agent(agent.id)))
    }
    let claim = claim
    let winners = await withTaskGroup(of: Bool.self) { [desk = harness.desk] group in
      for viewer in viewers {
        group.addTask { (try? await desk.perform(claim, as: viewer)) != nil }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(winners == 1)
    #expect(try await harness.violations() == [])
  }

  @Test func `the program claims nothing`() async throws {
    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.desk.perform(claim, as: .system(of: harness.anemone.account))
    }
  }
}
