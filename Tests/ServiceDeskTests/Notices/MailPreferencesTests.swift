import TestSupport
import Testing

@testable import ServiceDesk

/// What an agent wants to be told, and how the agent signs.
@Suite struct MailPreferencesTests {
  private let world: DeskHarness

  init() async throws { world = try await DeskHarness() }

  @Test func `what is named changes, and the rest stays`() async throws {
    #expect(try await world.answer(FindMailPreferences()) == MailPreferences())
    _ = try await world.perform(
      ChangeMailPreferences(notices: .always, signatures: ["en": "{{agent.name}}", "el": "Α."])
    )
    let changed = try await world.perform(
      ChangeMailPreferences(digest: false, signatures: ["el": " "])
    )
    #expect(
      changed
        == MailPreferences(notices: .always, digest: false, signatures: ["en": "{{agent.name}}"])
    )
    let bens = try await world.desk.answer(FindMailPreferences(), as: world.benViewer)
    #expect(bens == MailPreferences())
  }

  @Test func `no change is no event`() async throws {
    let told = try await world.events {
      _ = try await world.perform(ChangeMailPreferences(digest: true))
      _ = try await world.perform(ChangeMailPreferences(digest: false))
    }
    #expect(told == ["agent.changed"])
  }

  @Test func `a signature is checked`() async throws {
    await #expect(throws: MailTextFailure.unknownVariable(field: "signature")) {
      try await world.perform(ChangeMailPreferences(signatures: ["en": "{{customer.name}}"]))
    }
    await #expect(throws: MailTextFailure.malformed(field: "signature")) {
      try await world.perform(ChangeMailPreferences(signatures: ["en": "{{#agent.name}}"]))
    }
    let long = String(repeating: "a", count: 2_001)
    await #expect(throws: TextFailure.tooLong(field: "signature", most: 2_000)) {
      try await world.perform(ChangeMailPreferences(signatures: ["en": long]))
    }
    await #expect(throws: LanguageTagFailure.malformed) {
      try await world.perform(ChangeMailPreferences(signatures: ["!": "A"]))
    }
  }

  @Test func `an agent signs in at most twenty languages`() async throws {
    let letters = Array("abcdefghijklmnopqrst").map { "a\($0)" }
    var signatures = Dictionary(uniqueKeysWithValues: letters.map { ($0, "A.") })
    _ = try await world.perform(ChangeMailPreferences(signatures: signatures))
    signatures = ["zz": "A."]
    await #expect(throws: MailTextFailure.tooMany) {
      try await world.perform(ChangeMailPreferences(signatures: signatures))
    }
    #expect(try await world.answer(FindMailPreferences()).signatures.count == 20)
  }
}
