import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ProfileTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @Test func `a new agent has no wishes yet and is not available`() async throws {
    let agent = try await harness.answer(CurrentAgent())
    #expect(agent.language == nil && agent.timeZone == nil && agent.picture == nil)
    #expect(agent.calendar == .gregorian && agent.availableSince == nil)
  }

  @Test func `what is changed is changed, and the rest stays`() async throws {
    let picture = try await harness.upload()
    let events = try await harness.events {
      try await harness.perform(
        ChangeProfile(
          language: .some(LanguageTag("fa")),
          timeZone: .some(TimeZoneName("Asia/Tehran")),
          calendar: .persian,
          picture: .some(picture)
        )
      )
      let renamed = try await harness.perform(ChangeProfile(name: .init("Amina K.")))
      #expect(renamed.language?.text == "fa" && renamed.timeZone?.text == "Asia/Tehran")
      #expect(renamed.calendar == .persian && renamed.picture == picture)
      #expect(renamed.name.text == "Amina K." && renamed.role == .administrator)
      let plain = try await harness.perform(
        ChangeProfile(language: .some(nil), timeZone: .some(nil), picture: .some(nil))
      )
      #expect(plain.language == nil && plain.timeZone == nil && plain.picture == nil)
      #expect(try await harness.answer(CurrentAgent()) == plain)
    }
    #expect(events == ["agent.changed", "agent.changed", "agent.changed"])
  }

  @Test func `what is as it was is no change`() async throws {
    let events = try await harness.events {
      try await harness.perform(ChangeProfile())
      try await harness.perform(ChangeProfile(name: .init("Amina"), calendar: .gregorian))
    }
    #expect(events == [])
  }

  @Test func `only a picture is a picture`() async throws {
    let file = try await harness.desk.upload(
      [1],
      name: Attachment.FileName("drawing.svg"),
      type: Attachment.MediaType("image/svg+xml"),
      as: harness.amina,
      once: nil
    ) { StoredAnswer(status: 201, body: $0.id.description) }
    let id = try #require(ID<ServiceDesk.Attachment>(file.body))
    await #expect(throws: ProfileFailure.notAPicture) {
      try await harness.perform(ChangeProfile(picture: .some(id)))
    }
  }

  @Test func `one is available from when one says so`() async throws {
    let since = harness.clock.now
    let events = try await harness.events {
      let here = try await harness.perform(SetAvailability(isAvailable: true))
      #expect(here.availableSince == since)
      harness.clock.advance(by: .minutes(5))
      let still = try await harness.perform(SetAvailability(isAvailable: true))
      #expect(still.availableSince == since)
      for _ in 0..<2 {
        let away = try await harness.perform(SetAvailability(isAvailable: false))
        #expect(away.availableSince == nil)
      }
    }
    #expect(events == ["availability.changed", "availability.changed"])
  }

  @Test func `the administrator who sets the desk up is available, others are not`() async throws {
    let created = try await harness.perform(
      CreateAdministrator(
        account: .init("Clover"),
        name: .init("Cleo"),
        email: .init("cleo@clover.example"),
        isAvailable: true
      )
    )
    let viewer = Viewer(account: created.account, actor: .agent(created.agent))
    let cleo = try await harness.desk.answer(CurrentAgent(), as: viewer)
    #expect(cleo.availableSince == harness.clock.now && cleo.role == .administrator)
    let dora = try await harness.desk.perform(
      AddAgent(name: .init("Dora"), email: .init("dora@clover.example")),
      as: viewer
    )
    #expect(dora.availableSince == nil && dora.role == .agent)
  }

  @Test(arguments: ["UTC", "Europe/Athens", "Asia/Tehran", "America/Argentina/Ushuaia"])
  func `a time zone has a name`(name: String) throws {
    #expect(try TimeZoneName(name).text == name)
  }

  @Test(arguments: ["", "Athens", "GMT+3", "EST", "Europe/Nowhere", "../etc/passwd", "+03:30"])
  func `what has no rules is no time zone`(name: String) {
    #expect(throws: TimeZoneFailure.unknown) { try TimeZoneName(name) }
  }

  @Test(arguments: ["en", "pt-BR", "zh-Hant-TW", "es-419"])
  func `a language has a tag`(tag: String) throws {
    #expect(try LanguageTag(tag).text == tag)
  }

  @Test(arguments: ["", "e", "1n", "en_GB", "en-", "-en", "ελ", "en-abcdefghi"])
  func `anything else is no tag`(tag: String) {
    #expect(throws: LanguageTagFailure.malformed) { try LanguageTag(tag) }
  }
}
