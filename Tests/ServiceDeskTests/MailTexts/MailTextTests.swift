import Storage
import TestSupport
import Testing

@testable import ServiceDesk

/// The account's own words for what programs write.
@Suite struct MailTextTests {
  private let world: DeskHarness

  init() async throws { world = try await DeskHarness() }

  private func set(
    _ text: String,
    subject: String = "No. {{conversation.number}}",
    _ purpose: MailText.Purpose = .acknowledgement,
    in language: String = "en"
  ) async throws -> MailText {
    try await world.perform(
      SetMailText(
        purpose: purpose,
        language: LanguageTag(language),
        subject: MailText.Subject(subject),
        text: MailText.Text(text)
      )
    )
  }

  @Test func `words are kept for a purpose and a language, told once and taken back`() async throws
  {
    let told = try await world.events {
      _ = try await set("Hello {{customer.name}}")
      _ = try await set("Hello {{customer.name}}")
      _ = try await set("Bye", .outOfHours, in: "el")
      try await world.perform(ResetMailText(purpose: .outOfHours, language: LanguageTag("el")))
      try await world.perform(ResetMailText(purpose: .outOfHours, language: LanguageTag("el")))
    }
    #expect(told == ["mailText.changed", "mailText.changed", "mailText.changed"])
    let kept = try await world.answer(ListMailTexts())
    #expect(kept.map(\.text.text) == ["Hello {{customer.name}}"])
    #expect(try await world.desk.answer(ListMailTexts(), as: world.stefan).isEmpty)
  }

  @Test(arguments: [
    ("{{customer.name", "ok", MailTextFailure.malformed(field: "text")),
    ("{{#customer.name}}", "ok", .malformed(field: "text")),
    ("{{>other}}", "ok", .malformed(field: "text")),
    ("{{customer.salary}}", "ok", .unknownVariable(field: "text")),
    ("{{{agent.name}}}", "ok", .unknownVariable(field: "text")),
    ("ok", "{{", .malformed(field: "subject")),
    ("ok", "{{subject}}", .unknownVariable(field: "subject")),
  ])
  func `a template is checked`(
    text: String,
    subject: String,
    failure: MailTextFailure
  ) async throws {
    await #expect(throws: failure) { try await set(text, subject: subject) }
    #expect(try await world.answer(ListMailTexts()).isEmpty)
  }

  @Test func `sections and comments may stand in a template`() throws {
    let template = try MailTemplate(
      "{{! greeting }}Hello{{#customer.name}} {{ customer.name }}{{/customer.name}}!"
    )
    #expect(template.filled(with: ["customer": ["name": "Maria"]]) == "Hello Maria!")
    #expect(template.filled(with: [:]) == "Hello!")
  }

  @Test func `an account has at most a hundred`() async throws {
    let letters = Array("abcdefghij").map(String.init)
    for first in letters {
      for second in letters { _ = try await set("Hi", in: first + second) }
    }
    await #expect(throws: MailTextFailure.tooMany) { try await set("Hi", in: "zz") }
    // What is there is still changed.
    _ = try await set("Ho", in: "aa")
  }

  @Test func `agents may not change them`() async throws {
    await #expect(throws: AccessFailure.notAllowed) {
      try await world.desk.perform(
        ResetMailText(purpose: .outOfHours, language: LanguageTag("el")),
        as: world.benViewer
      )
    }
  }

  @Test func `a test goes to the one who asks`() async throws {
    let test = SendTestMail(
      subject: try MailText.Subject("Try"),
      text: try MailText.Text("This"),
      language: try LanguageTag("el")
    )
    await #expect(throws: MailTextFailure.cannotSend) { try await world.perform(test) }
    try await world.addMailbox()
    try await world.perform(test)
    let sent = try #require(try await world.outbox(.test).first)
    #expect(sent.letter.recipients.all.map(\.address.text) == ["amina@anemone.example"])
    #expect(sent.letter.subject == "Try" && sent.letter.text == "This")
  }
}
