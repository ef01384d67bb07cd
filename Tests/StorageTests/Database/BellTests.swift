import Storage
import Testing

@Suite struct BellTests {
  let bell = Bell()
  let heard = Seen()

  /// Notes each ring of `rings`.
  private func listen(to rings: AsyncStream<Void>) -> Task<Void, Never> {
    Task { [heard] in for await _ in rings { heard.note(1) } }
  }

  private func waitForRings(_ count: Int) async {
    while heard.all.count < count { await Task.yield() }
  }

  @Test func `a listener hears once at the start, so that it looks at what was there before`()
    async
  {
    let listening = listen(to: bell.rings(of: .jobs))
    await waitForRings(1)

    listening.cancel()
    await listening.value
    #expect(heard.all.count == 1)
  }

  @Test func `rings that nobody had time to hear are one`() async {
    let rings = bell.rings(of: .jobs)
    for _ in 0..<50 { bell.ring(.jobs) }

    let listening = listen(to: rings)
    await waitForRings(1)
    bell.ring(.jobs)
    await waitForRings(2)

    listening.cancel()
    await listening.value
    #expect(heard.all.count == 2)
  }

  @Test func `a listener hears nothing but what it listens for`() async {
    let listening = listen(to: bell.rings(of: [.jobs, .events]))
    await waitForRings(1)
    // Each is heard before the next is rung, so that none is folded into another.
    bell.ring(.timers)
    bell.ring([])
    for _ in 0..<100 { await Task.yield() }
    bell.ring([.timers, .events])
    await waitForRings(2)

    listening.cancel()
    await listening.value
    #expect(heard.all.count == 2)
  }
}
