import Storage
import TestSupport
import Testing

@testable import ServiceDesk

/// What customers are told at once, and when they are told nothing.
@Suite struct AcknowledgementTests {
  private let world: DeskHarness
  private let mailbox: ID<Mailbox>

  init() async throws {
    world = try await DeskHarness()
    mailbox = try await world.addMailbox(language: "el").id
  }

  private var answers: [Letter] {
    get async throws { try await world.outbox(.acknowledgement).map(\.letter) }
  }

  @Test(arguments: [
    ("Where is my order? Please answer.", "en"), ("سفارش من کجاست؟", "fa"),
    ("Wo ist mein Paket?", "el"),
  ])
  func `the language is that of the mail, else that of the mailbox`(
    text: String,
    language: String
  ) async throws {
    try await world.receive(world.mail(text, subject: ""), through: mailbox)
    #expect(try await answers.map(\.language) == [language])
  }

  @Test func `while nobody is there, that is said instead`() async throws {
    try await world.receive(world.mail("One"), through: mailbox)
    _ = try await world.desk.perform(SetAvailability(isAvailable: true), as: world.benViewer)
    try await world.receive(world.mail("Two", from: "sara"), through: mailbox)
    #expect(
      try await answers.map(\.content) == [.answer(.outOfHours), .answer(.acknowledgement)]
    )
  }

  @Test(arguments: AutomaticMail.allCases)
  func `automatic mail is never answered`(kind: AutomaticMail) async throws {
    var mail = try world.mail("I am away")
    mail.automatic = kind
    try await world.receive(mail, through: mailbox)
    #expect(try await answers.isEmpty)
  }

  @Test func `what is imported or spam is not answered`() async throws {
    try await world.receive(world.mail("One"), through: mailbox, isImport: true)
    var spam = try world.mail("Two", from: "spammer")
    spam.isSpam = true
    try await world.receive(spam, through: mailbox)
    #expect(try await answers.isEmpty)
  }

  @Test func `two programs do not write to each other for ever`() async throws {
    try await world.writeNotices()
    let told = try await world.events {
      for number in 1...LoopBreaker.mostAnHour + 2 {
        try await world.receive(
          world.mail("Again \(number)", subject: "Matter \(number)"),
          through: mailbox
        )
      }
    }
    #expect(try await answers.count == LoopBreaker.mostAnHour)
    #expect(told.filter { $0 == "mail.loopStopped" }.count == 1)
    try await world.writeNotices()
    let alerts = try await world.outbox(.alert)
    #expect(alerts.map(\.letter.content) == [.alert(.loopStopped, mailbox: nil)])
    #expect(alerts.first?.letter.recipients.all.first?.address.text == "amina@anemone.example")
    // The next hour begins anew.
    world.clock.advance(by: .hours(1))
    try await world.receive(world.mail("Later", subject: "Another"), through: mailbox)
    #expect(try await answers.count == LoopBreaker.mostAnHour + 1)
  }
}
