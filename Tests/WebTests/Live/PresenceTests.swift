import ServiceDesk
import Testing

@testable import Web

/// Who looks and who types, by the signs of life of their pages.
@Suite struct PresenceTests {
  private let presence = Presence()
  private let account = ID<Account>(1)
  private let room = ID<Conversation>(7)
  private let maria = ID<Agent>(2)
  private let start = ContinuousClock.now

  @Test func `who looks is there until nothing is heard for fifty seconds`() {
    #expect(note(.looking, at: 0))
    #expect(people.agents == [maria: .looking])
    #expect(!note(.looking, at: 20), "that is nothing new")
    #expect(presence.sweep(at: start + .seconds(69)).isEmpty)
    #expect(presence.sweep(at: start + .seconds(70)).count == 1)
    #expect(people == .init())
  }

  @Test func `who types and stops still looks`() {
    #expect(note(.typing, at: 0))
    #expect(people.agents == [maria: .typing])
    #expect(presence.sweep(at: start + .seconds(6)).count == 1)
    #expect(people.agents == [maria: .looking])
  }

  @Test func `of several tabs the busiest counts`() {
    _ = note(.looking, tab: "a", at: 0)
    _ = note(.noting, tab: "b", at: 0)
    #expect(people.agents == [maria: .noting])
    _ = note(.gone, tab: "b", at: 1)
    #expect(people.agents == [maria: .looking])
    #expect(note(.gone, tab: "a", at: 1))
    #expect(people == .init())
  }

  @Test func `a customer who types is seen for six seconds`() {
    #expect(presence.note(.customerTypes(room, account), at: start))
    #expect(people.customerTypes)
    #expect(presence.sweep(at: start + .seconds(5)).isEmpty)
    #expect(presence.sweep(at: start + .seconds(6)).map(\.conversation) == [room])
    #expect(!people.customerTypes)
  }

  @Test func `another account's conversation of the same number is another`() {
    _ = note(.looking, at: 0)
    #expect(presence.people(in: room, of: ID(9)) == .init())
  }

  private var people: Presence.People { presence.people(in: room, of: account) }

  private func note(
    _ doing: LiveWhisper.Doing,
    tab: String = "a",
    at seconds: Int
  ) -> Bool {
    presence.note(.agent(maria, doing, room, tab: tab, account), at: start + .seconds(seconds))
  }
}
