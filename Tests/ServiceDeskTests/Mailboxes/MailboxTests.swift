import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct MailboxTests {
  private let world: MailWorld

  init() async throws { world = try await MailWorld() }

  private func add(_ name: String, at local: String) async throws -> Mailbox {
    try await world.harness.perform(AddMailbox(settings: .named(name, at: local)))
  }

  @Test func `each has a name and an address of its own`() async throws {
    await #expect(throws: MailboxFailure.nameTaken) { try await add("Support", at: "sales") }
    await #expect(throws: MailboxFailure.addressTaken) { try await add("Sales", at: "support") }
    let sales = try await add("Sales", at: "sales")
    var settings = sales.settings
    settings.aliases = ["support@anemone.example"]
    await #expect(throws: MailboxFailure.addressTaken) {
      try await world.harness.perform(ChangeMailbox(mailbox: sales.id, settings: settings))
    }
    settings.aliases = []
    settings.name = "Support"
    await #expect(throws: MailboxFailure.nameTaken) {
      try await world.harness.perform(ChangeMailbox(mailbox: sales.id, settings: settings))
    }
    #expect(
      try await world.harness.answer(ListMailboxes()).map(\.settings.name) == [
        "Support", "Sales",
      ]
    )
  }

  @Test func `what changes nothing is no event`() async throws {
    var settings = try Mailbox.Settings.named("Support", at: "support")
    let events = try await world.harness.events {
      try await world.harness.perform(ChangeMailbox(mailbox: world.mailbox, settings: settings))
      settings.acknowledges = true
      try await world.harness.perform(ChangeMailbox(mailbox: world.mailbox, settings: settings))
    }
    #expect(events == [MailboxChanged.kind])
  }

  @Test func `moved mail needs a folder`() async throws {
    var settings = try Mailbox.Settings.named("Support", at: "support")
    settings.fetching.after = .move
    let change = ChangeMailbox(mailbox: world.mailbox, settings: settings)
    await #expect(throws: MailboxFailure.folderMissing) {
      try await world.harness.perform(change)
    }
  }

  @Test func `it is paused and resumed, each told once`() async throws {
    let events = try await world.harness.events {
      let paused = try await world.harness.perform(PauseMailbox(mailbox: world.mailbox))
      #expect(paused.pausedAt == world.harness.clock.now)
      try await world.harness.perform(PauseMailbox(mailbox: world.mailbox))
      #expect(
        try await world.harness.perform(ResumeMailbox(mailbox: world.mailbox)).pausedAt == nil
      )
    }
    #expect(events == [MailboxChanged.kind, MailboxChanged.kind])
  }

  @Test func `a failure that lasts is told once, and so is its end`() async throws {
    func note(_ error: String?) async throws {
      try await world.harness.desk.perform(
        NoteMailboxHealth(mailbox: world.mailbox, error: error),
        as: world.program
      )
    }
    let events = try await world.harness.events {
      try await note("refused")
      world.harness.clock.advance(by: NoteMailboxHealth.patience - .milliseconds(1))
      try await note("refused")
      world.harness.clock.advance(by: .milliseconds(1))
      try await note("refused")
      try await note("refused")
      try await note(nil)
      try await note(nil)
    }
    #expect(events == [MailboxFailed.kind, MailboxRecovered.kind])
  }

  // MARK: The cursor

  private func move(to uid: Int64, validity: Int64 = 1) async throws -> MailboxCursor? {
    let cursor = MailboxCursor(folder: "INBOX", uidValidity: validity, lastUID: uid)
    try await world.harness.desk.perform(
      MoveMailboxCursor(mailbox: world.mailbox, cursor: cursor),
      as: world.program
    )
    return try await world.harness.answer(
      FindMailboxCursor(mailbox: world.mailbox, folder: "INBOX")
    )
  }

  @Test func `a cursor never goes back under one numbering`() async throws {
    #expect(try await move(to: 10)?.lastUID == 10)
    #expect(try await move(to: 5)?.lastUID == 10)
    #expect(try await move(to: 11)?.lastUID == 11)
  }

  @Test func `under another numbering a cursor begins anew`() async throws {
    _ = try await move(to: 10)
    let anew = try await move(to: 2, validity: 2)
    #expect(anew == MailboxCursor(folder: "INBOX", uidValidity: 2, lastUID: 2))
  }

  // MARK: Secrets

  @Test func `what one account has sealed no other can open`() async throws {
    let secrets = MailboxSecrets(incomingPassword: "correct horse")
    let box = world.harness.desk.secrets
    let (own, other) = (world.harness.anemone.account, world.harness.basil.account)
    let sealed = try box.seal(secrets, of: own)
    #expect(try box.open(sealed, as: MailboxSecrets.self, of: own) == secrets)
    #expect(throws: SecretFailure.unreadable) {
      try box.open(sealed, as: MailboxSecrets.self, of: other)
    }
  }

  @Test func `secrets stay when none are given`() async throws {
    let sealed = try world.harness.desk.secrets.seal(
      MailboxSecrets(outgoingPassword: "staple"),
      of: world.harness.anemone.account
    )
    let settings = try Mailbox.Settings.named("Support", at: "support")
    try await world.harness.perform(
      ChangeMailbox(mailbox: world.mailbox, settings: settings, secrets: sealed)
    )
    try await world.harness.perform(ChangeMailbox(mailbox: world.mailbox, settings: settings))
    let kept = try await world.harness.desk.answer(
      FindMailboxSecrets(mailbox: world.mailbox),
      as: world.program
    )
    #expect(kept == sealed)
  }
}
