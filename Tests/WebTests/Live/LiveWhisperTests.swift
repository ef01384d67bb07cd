import ServiceDesk
import Storage
import Testing

@testable import Web

/// What nodes tell each other, as text and back.
@Suite struct LiveWhisperTests {
  @Test(arguments: [
    LiveWhisper.agent(ID(3), .typing, ID(7), tab: "x-1", ID(1)),
    .agent(ID(3), .gone, ID(7), tab: "-", ID(1)), .customerTypes(ID(7), ID(1)),
    .read(.customer, ID(7), upTo: ID(9), ID(1)), .read(.agent, ID(7), upTo: ID(9), ID(1)),
  ])
  func `what is whispered is understood`(live: LiveWhisper) throws {
    #expect(LiveWhisper(try #require(live.whisper)) == live)
  }

  @Test(arguments: ["agent 1 7", "agent 1 7 3 dancing x", "customer 1 x", "read 1 7 x 9", "hello"])
  func `anything else is passed over`(text: String) throws {
    #expect(LiveWhisper(try #require(Whisper(text))) == nil)
  }

  @Test func `what cannot be whispered is not`() {
    #expect(LiveWhisper.agent(ID(3), .typing, ID(7), tab: "a'b", ID(1)).whisper == nil)
  }
}
