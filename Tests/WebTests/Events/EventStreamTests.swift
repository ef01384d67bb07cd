import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// The event log as it happens, over a real socket.
@Suite(.timeLimit(.minutes(15)), .serialized) struct EventStreamTests {
  @Test func `a follower is told that it is connected, then what happens`() async throws {
    try await LiveSite.run { live in
      try await live.follow { stream in
        #expect(try await stream.next() == .init(comment: "ready"))
        try await live.label("late", as: live.world.amina)
        let frame = try #require(try await stream.next())
        #expect(frame.event == "label.added")
        let positions = try await live.positions(of: live.world.amina)
        #expect(frame.id == positions.last)
        let data = try JSON(parsing: try #require(frame.data).utf8)
        #expect(EventFrame.schema.faults(in: data) == [])
        #expect(data["position"]?.text == frame.id && data["kind"]?.text == frame.event)
      }
    }
  }

  @Test func `only the own account's events come`() async throws {
    try await LiveSite.run { live in
      try await live.follow { stream in
        _ = try await stream.next()
        for number in 1...5 {
          try await live.label("b\(number)", as: live.world.stefan)
          try await live.label("a\(number)", as: live.world.amina)
        }
        let own = try await live.positions(of: live.world.amina).suffix(5)
        for position in own { #expect(try await stream.nextEvent()?.id == position) }
      }
    }
  }

  @Test func `a follower from far back reads the database, and then goes on live`() async throws {
    try await LiveSite.run { live in
      for number in 1...250 { try await live.label("before\(number)", as: live.world.amina) }
      try await live.follow(after: 0) { stream in
        for position in try await live.positions(of: live.world.amina) {
          #expect(try await stream.nextEvent()?.id == position)
        }
        try await live.label("live", as: live.world.amina)
        #expect(try await stream.nextEvent()?.event == "label.added")
      }
    }
  }

  @Test(arguments: [1, 2, 3])
  func `cut connections lose nothing and repeat nothing`(seed: UInt64) async throws {
    try await LiveSite.run { live in
      let start = try await live.world.desk.answer(LastPosition(), as: live.world.amina)
      async let written: Void = {
        for number in 1...120 {
          try await live.label("a\(number)", as: live.world.amina)
          try await live.label("b\(number)", as: live.world.stefan)
        }
      }()
      var random = SeededGenerator(seed: seed)
      var (seen, last): ([String], Int64) = ([], start)
      while seen.count < 120 {
        let wanted = min(Int.random(in: 1...25, using: &random), 120 - seen.count)
        let ids = try await live.follow(lastEventID: last) { stream in
          var ids: [String] = []
          while ids.count < wanted, let id = try await stream.nextEvent()?.id { ids.append(id) }
          return ids
        }
        seen += ids
        last = try #require(ids.last.flatMap { Int64($0) })
      }
      try await written
      let positions = try await live.positions(of: live.world.amina)
      #expect(seen == positions.suffix(120))
    }
  }

  @Test func `Last-Event-ID goes before what the address says`() async throws {
    try await LiveSite.run { live in
      let positions = try await live.positions(of: live.world.amina)
      let second = try #require(Int64(positions[1]))
      let first = try await live.follow(after: 0, lastEventID: second) { try await $0.nextEvent() }
      #expect(first?.id == positions[2])
    }
  }

  @Test func `the stream ends when the tail does`() async throws {
    try await LiveSite.run { live in
      try await live.follow { stream in
        let ready = try await stream.next()
        #expect(ready != nil && live.tail.followers == 1)
        live.endTail()
        let end = try await stream.next()
        #expect(end == nil)
      }
    }
  }

  @Test func `a follower who has gone is soon no longer counted`() async throws {
    try await LiveSite.run { live in
      try await live.follow { _ = try await $0.next() }
      let start = ContinuousClock.now
      while live.tail.followers > 0, start.duration(to: .now) < .seconds(5) { await Task.yield() }
      #expect(live.tail.followers == 0)
    }
  }

  @Test func `a position that the log does not reach is refused before the stream begins`()
    async throws
  {
    try await LiveSite.run { live in
      await #expect(throws: StreamFailure.self) {
        try await live.follow(lastEventID: 999_999) { _ = try await $0.next() }
      }
    }
  }
}
