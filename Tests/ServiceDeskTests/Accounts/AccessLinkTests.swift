import Foundation
import Storage
import TestSupport
import Testing

@testable import ServiceDesk

/// The way in by a link: invitations and new passwords.
@Suite struct AccessLinkTests {
  private static let address = "https://desk.example"
  private let world: DeskHarness

  init() async throws { world = try await DeskHarness() }

  private func invite(_ name: String = "Cleo") async throws -> Invitation {
    try await world.desk.invite(
      AddAgent(name: .init(name), email: .init("\(name)@anemone.example")),
      address: Self.address,
      as: world.amina
    )
  }

  private func secret(_ link: String, _ kind: AccessLink.Kind) throws -> AccessLinkSecret {
    #expect(link.hasPrefix(Self.address + kind.path))
    return try #require(
      AccessLinkSecret(String(link.dropFirst((Self.address + kind.path).count)), kind: kind)
    )
  }

  /// The links that were mailed, opened.
  private func mailed() async throws -> [String] {
    try await world.outbox(.access).compactMap { mail in
      guard case .access(_, let sealed, _) = mail.letter.content else { return nil }
      return try world.desk.secrets.open(sealed, of: world.anemone.account)
    }
  }

  private func reset(_ email: String = "ben@anemone.example") async throws {
    try await world.desk.requestReset(email: email, address: Self.address)
  }

  @Test func `an invitation without a mailbox is handed over`() async throws {
    let told = try await world.events { _ = try await invite() }
    #expect(told == ["agent.added", "team.joined", "agent.invited"])
    let invitation = try await invite("Dora")
    #expect(!invitation.isMailed)
    let link = try secret(invitation.link, .invitation)
    let found = try await world.desk.accessLink(link)
    #expect(found?.agent.id == invitation.agent.id && found?.account == "Anemone")
  }

  @Test func `an invitation is mailed, and its link stands nowhere in clear`() async throws {
    try await world.addMailbox()
    let invitation = try await invite()
    #expect(invitation.isMailed)
    #expect(try await mailed() == [invitation.link])
    let stored = try await world.database.read { transaction in
      try transaction.rows("SELECT letter FROM outgoing_mail").map { row -> String in try row[0] }
        + transaction.rows("SELECT hash FROM access_link").map { row -> String in try row[0] }
    }
    let secret = try secret(invitation.link, .invitation).secret.text
    #expect(stored.count == 2 && !stored.contains { $0.contains(secret.suffix(64)) })
  }

  @Test func `a link works once, and signs in`() async throws {
    let link = try secret(try await invite().link, .invitation)
    let session = try await world.desk.useLink(link, password: "long enough", device: "Phone")
    #expect(try await world.desk.viewer(session: session)?.agent.name.text == "Cleo")
    #expect(try await world.desk.accessLink(link) == nil)
    await #expect(throws: AccessLinkFailure.noSuchLink) {
      try await world.desk.useLink(link, password: "long enough", device: "Phone")
    }
    _ = try await world.desk.signIn(
      email: "cleo@anemone.example",
      password: "long enough",
      device: ""
    )
  }

  @Test func `a password that is too short uses no link up`() async throws {
    let link = try secret(try await invite().link, .invitation)
    await #expect(throws: PasswordFailure.tooShort) {
      try await world.desk.useLink(link, password: "short", device: "")
    }
    #expect(try await world.desk.accessLink(link) != nil)
  }

  @Test(arguments: AccessLink.Kind.allCases)
  func `a link runs out`(kind: AccessLink.Kind) async throws {
    try await world.addMailbox()
    if kind == .invitation { _ = try await invite() } else { try await reset() }
    let link = try secret(try #require(try await mailed().first), kind)
    world.clock.advance(by: kind.lifetime - .milliseconds(1))
    #expect(try await world.desk.accessLink(link) != nil)
    world.clock.advance(by: .milliseconds(1))
    #expect(try await world.desk.accessLink(link) == nil)
  }

  @Test func `a new password ends the sessions and the other links`() async throws {
    try await world.addMailbox()
    try await reset()
    try await reset(" BEN@anemone.example ")
    let links = try await mailed()
    #expect(links.count == 2)
    let first = try secret(links[0], .reset)
    let old = try await world.desk.useLink(first, password: "long enough", device: "Old")
    #expect(try await world.desk.accessLink(secret(links[1], .reset)) == nil)
    try await reset()
    let again = try secret(try #require(try await mailed().last), .reset)
    _ = try await world.desk.useLink(again, password: "another one", device: "New")
    #expect(try await world.desk.viewer(session: old) == nil)
  }

  @Test func `an address gets three links an hour`() async throws {
    try await world.addMailbox()
    for _ in 1...5 { try await reset() }
    #expect(try await mailed().count == 3)
    world.clock.advance(by: .hours(1))
    try await reset()
    #expect(try await mailed().count == 4)
  }

  @Test(arguments: ["nobody@anemone.example", "no address", "", "sara@basil.example"])
  func `who is nobody here gets nothing`(email: String) async throws {
    try await world.addMailbox()
    try await reset(email)
    #expect(try await mailed().isEmpty)
  }

  @Test func `a link of one kind or account is none of another`() async throws {
    let link = try secret(try await invite().link, .invitation)
    #expect(AccessLinkSecret(link.secret.text, kind: .reset) == nil)
    let foreign = link.secret.text.replacing(
      "_\(world.anemone.account)_",
      with: "_\(world.basil.account)_"
    )
    let moved = try #require(AccessLinkSecret(foreign, kind: .invitation))
    #expect(try await world.desk.accessLink(moved) == nil)
  }

  @Test func `only administrators invite`() async throws {
    await #expect(throws: AccessFailure.notAllowed) {
      try await world.desk.invite(
        AddAgent(name: .init("Eve"), email: .init("eve@anemone.example")),
        address: Self.address,
        as: world.benViewer
      )
    }
  }
}
