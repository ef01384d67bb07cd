import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct AccountTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @Test func `an account opens with its default team and settings`() async throws {
    let account = try await harness.perform(CreateAccount(name: .init("Clover")))

    let viewer = Viewer.system(of: account)
    let opened = try await harness.desk.answer(CurrentAccount(), as: viewer)
    #expect(opened.name.text == "Clover")
    #expect(opened.settings == Account.Settings(replyMinutes: 240, reopenDays: 14))
    #expect(opened.createdAt == harness.clock.now)
    let teams = try await harness.desk.answer(ListTeams(window: Window()), as: viewer).items
    #expect(teams.map(\.isDefault) == [true])
    #expect(try await harness.log(of: viewer) == ["account.created"])
  }

  @Test func `the name of an account that is there names that account`() async throws {
    let events = try await harness.events {
      let account = try await harness.perform(CreateAccount(name: .init("Anemone")))
      #expect(account == harness.anemone.account)
    }

    #expect(events == [])
  }

  @Test func `an administrator gets an agent, a team and a token with every scope`() async throws {
    let created = try await harness.perform(
      CreateAdministrator(
        account: .init("Clover"),
        name: .init("Cleo"),
        email: .init("cleo@clover.example")
      )
    )

    let viewer = try #require(try await harness.desk.viewer(holding: created.token))
    #expect(
      viewer
        == Viewer(account: created.account, actor: .agent(created.agent), scopes: .all)
    )
    #expect(
      try await harness.log(of: viewer)
        == ["account.created", "agent.added", "team.joined", "token.issued"]
    )
  }

  @Test func `a second administrator joins the account that is there`() async throws {
    let created = try await harness.perform(
      CreateAdministrator(
        account: .init("Anemone"),
        name: .init("Cleo"),
        email: .init("cleo@anemone.example")
      )
    )

    #expect(created.account == harness.anemone.account)
  }

  @Test func `an administrator whose address is taken is refused, and nothing is left`()
    async throws
  {
    let events = try await harness.events {
      await #expect(throws: AgentFailure.emailTaken) {
        try await harness.perform(
          CreateAdministrator(
            account: .init("Anemone"),
            name: .init("Amina"),
            email: .init("AMINA@anemone.example")
          )
        )
      }
    }

    #expect(events == [])
  }

  @Test func `what is changed is changed, and the rest stays`() async throws {
    let events = try await harness.events {
      let changed = try await harness.perform(ChangeAccount(replyMinutes: 30))
      #expect(changed.settings == Account.Settings(replyMinutes: 30, reopenDays: 14))
      #expect(changed.name.text == "Anemone")
      let renamed = try await harness.perform(
        ChangeAccount(name: .init("Anemone & Co"), reopenDays: 0)
      )
      #expect(renamed.name.text == "Anemone & Co")
      #expect(renamed.settings == Account.Settings(replyMinutes: 30, reopenDays: 0))
      #expect(try await harness.answer(CurrentAccount()) == renamed)
    }

    #expect(events == ["account.changed", "account.changed"])
  }

  @Test func `what is as it was is no change`() async throws {
    let events = try await harness.events {
      try await harness.perform(ChangeAccount())
      try await harness.perform(
        ChangeAccount(name: .init("Anemone"), replyMinutes: 240, reopenDays: 14)
      )
    }

    #expect(events == [])
  }

  @Test(arguments: [1, 43_200])
  func `the time for a reply may be a minute to thirty days`(minutes: Int) async throws {
    let changed = try await harness.perform(ChangeAccount(replyMinutes: minutes))
    #expect(changed.settings.replyMinutes == minutes)
  }

  @Test(arguments: [-1, 0, 43_201])
  func `no other time for a reply is taken`(minutes: Int) async throws {
    await #expect(throws: AccountFailure.replyTimeOutOfRange) {
      try await harness.perform(ChangeAccount(replyMinutes: minutes))
    }
  }

  @Test(arguments: [0, 365])
  func `the time for reopening may be nothing to a year`(days: Int) async throws {
    let changed = try await harness.perform(ChangeAccount(reopenDays: days))
    #expect(changed.settings.reopenDays == days)
  }

  @Test(arguments: [-1, 366])
  func `no other time for reopening is taken`(days: Int) async throws {
    await #expect(throws: AccountFailure.reopenTimeOutOfRange) {
      try await harness.perform(ChangeAccount(reopenDays: days))
    }
  }

  @Test func `another account's name is taken`() async throws {
    await #expect(throws: AccountFailure.nameTaken) {
      try await harness.perform(ChangeAccount(name: .init("Basil"), replyMinutes: 5))
    }
    #expect(try await harness.answer(CurrentAccount()).settings.replyMinutes == 240)
  }
}
