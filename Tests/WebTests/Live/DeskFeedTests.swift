import NIOCore
import Testing

@testable import Web

/// What the desks of one account are told, without a database.
@Suite struct DeskFeedTests {
  private let feed = DeskFeed(position: 10)

  @Test func `a follower gets what comes after its place, once and in order`() throws {
    let place = try #require(feed.place(after: 10))
    feed.append([entry("a", 11), entry("b", 12)])

    let (first, after) = try frames(after: place)
    #expect(first == "ab")
    let (second, _) = try frames(after: after)
    #expect(second.isEmpty)
  }

  @Test func `one that comes back goes on behind what it has`() throws {
    feed.append([entry("a", 11), entry("b", 12), entry("c", 13)])

    #expect(try frames(after: #require(feed.place(after: 11))).text == "bc")
    #expect(try frames(after: #require(feed.place(after: 12))).text == "c")
    #expect(try frames(after: #require(feed.place(after: 13))).text.isEmpty)
  }

  @Test func `what passes is not told again`() throws {
    feed.append([entry("a", 11), entry("typing", nil), entry("b", 12)])

    #expect(try frames(after: #require(feed.place(after: 12))).text.isEmpty)
  }

  @Test func `before its beginning nothing is known`() {
    #expect(feed.place(after: 9) == nil)
    #expect(feed.place(after: 10) != nil)
  }

  @Test(arguments: [1_000, 1_001])
  func `who has fallen behind what is kept is told so`(count: Int) throws {
    let place = try #require(feed.place(after: 10))
    for number in 1...count { feed.append([entry("x", Int64(10 + number))]) }

    switch feed.next(after: place, in: .english) {
    case .frames(let frames, _): #expect(count == 1_000 && frames?.readableBytes == 1_000)
    case .behind(let position, let next):
      #expect(count == 1_001 && position == 1_011, "what is passed over is to be loaded")
      #expect(try frames(after: next).text.isEmpty)
    case .closed: Issue.record("it is not closed")
    }
  }

  @Test func `who comes with another language than was rendered loads afresh`() throws {
    let place = try #require(feed.place(after: 10))
    feed.append([DeskFeed.Entry(position: 11, frames: [.greek: [0x61]])])

    guard case .behind = feed.next(after: place, in: .english) else {
      Issue.record("there is nothing in English")
      return
    }
  }

  @Test func `who loads afresh is told up to where`() throws {
    feed.append([entry("a", 11), entry("b", 12)])

    #expect(feed.place(after: 9) == nil)
    guard case .behind(12, let next) = feed.next(after: -1, in: .english) else {
      Issue.record("what was before is not kept")
      return
    }
    feed.append([entry("c", 13)])
    #expect(try frames(after: next).text == "c")
  }

  @Test func `after a restart everybody is behind`() throws {
    let place = try #require(feed.place(after: 10))
    feed.restart(at: 20)

    guard case .behind(20, let next) = feed.next(after: place, in: .english) else {
      Issue.record("it has not restarted")
      return
    }
    feed.append([entry("z", 21)])
    #expect(try frames(after: next).text == "z")
  }

  @Test(.timeLimit(.minutes(15))) func `who waits is woken by what comes and by the end`() async {
    let place = feed.place(after: 10) ?? 0
    async let woken: Void = feed.wait(after: place)
    feed.append([entry("a", 11)])
    await woken
    async let released: Void = feed.wait(after: place + 1)
    feed.close()
    await released
    guard case .closed = feed.next(after: place, in: .english) else {
      Issue.record("it is not closed")
      return
    }
  }

  @Test func `it knows in which languages it is followed, and since when by nobody`() {
    feed.enter(.persian)
    feed.enter(.greek)
    feed.enter(.greek)
    #expect(feed.languages == [.greek, .persian] && feed.followers == 3)
    #expect(feed.emptySince == nil)
    for language in [Language.persian, .greek, .greek] { feed.leave(language) }
    #expect(feed.languages.isEmpty && feed.emptySince != nil)
  }

  private func entry(_ text: String, _ position: Int64?) -> DeskFeed.Entry {
    DeskFeed.Entry(position: position, frame: Array(text.utf8))
  }

  private func frames(after place: Int) throws -> (text: String, place: Int) {
    guard case .frames(let frames, let next) = feed.next(after: place, in: .english) else {
      throw Unexpected()
    }
    return (frames.map { String(buffer: $0) } ?? "", next)
  }

  private struct Unexpected: Error {}
}
