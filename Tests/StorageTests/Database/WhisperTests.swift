import Storage
import Testing

@Suite struct WhisperTests {
  @Test(arguments: ["a", "agent 1 7 3 typing x-1", String(repeating: "a", count: 200)])
  func `plain words are whispered`(text: String) {
    #expect(Whisper(text)?.text == text)
  }

  @Test(arguments: ["", "it's", "a\nb", "é", "a\\b", String(repeating: "a", count: 201)])
  func `anything that would have to be escaped is not`(text: String) {
    #expect(Whisper(text) == nil)
  }

  @Test(.timeLimit(.minutes(15))) func `all who listen hear it, from then on`() async throws {
    let whispers = Whispers()
    whispers.pass(try #require(Whisper("before")))
    let (one, two) = (whispers.heard(), whispers.heard())
    whispers.pass(try #require(Whisper("hello")))
    #expect(await one.first { _ in true }?.text == "hello")
    #expect(await two.first { _ in true }?.text == "hello")
  }

  @Test(.timeLimit(.minutes(15))) func `who falls behind misses the oldest`() async throws {
    let whispers = Whispers()
    let heard = whispers.heard()
    for number in 0...1_000 { whispers.pass(try #require(Whisper("w\(number)"))) }
    #expect(await heard.first { _ in true }?.text == "w1")
  }
}
