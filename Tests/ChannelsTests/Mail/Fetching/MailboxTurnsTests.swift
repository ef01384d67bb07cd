import ServiceDesk
import Storage
import Testing

@testable import Channels

struct MailboxTurnsTests {
  private let start = Timestamp(milliseconds: 1_800_000_000_000)

  private func holds(_ count: Int64) -> [MailboxHold] {
    (1...count).map { MailboxHold(account: ID(1), mailbox: ID($0)) }
  }

  @Test func `of very many, each has its turn before the first has its next`() {
    var turns = MailboxTurns()
    let rounds = 60
    let holds = holds(Int64(rounds * MailboxTurns.mostAtOnce))
    var seen: [MailboxHold] = []
    for second in 0..<rounds {
      let time = start + .seconds(second)
      let next = turns.begin(holds, at: time)
      for hold in next { turns.end(hold, at: time) }
      seen += next
    }
    #expect(seen.map(\.mailbox.raw) == holds.map(\.mailbox.raw))
    let again = turns.begin(holds, at: start + .seconds(rounds))
    #expect(again == Array(holds.prefix(MailboxTurns.mostAtOnce)))
  }

  @Test func `those that hang keep no other from its turn`() {
    var turns = MailboxTurns()
    let holds = holds(40)
    #expect(turns.begin(holds, at: start).count == MailboxTurns.mostAtOnce)
    #expect(turns.begin(holds, at: start + .seconds(9)).isEmpty)
    let next = turns.begin(holds, at: start + MailboxTurns.patience)
    #expect(next == Array(holds[16..<32]))
    let last = turns.begin(holds, at: start + MailboxTurns.patience * 2)
    #expect(last == Array(holds[32...]))
  }

  @Test func `there is a bound to how many hang`() {
    var turns = MailboxTurns()
    let holds = holds(1_000)
    var begun = 0
    for round in 0..<100 {
      begun += turns.begin(holds, at: start + MailboxTurns.patience * round).count
    }
    #expect(begun == MailboxTurns.most)
  }

  @Test func `one is left in peace between two looks`() {
    var turns = MailboxTurns()
    let holds = holds(1)
    #expect(turns.begin(holds, at: start) == holds)
    #expect(turns.begin(holds, at: start + .hours(1)).isEmpty)
    turns.end(holds[0], at: start)
    #expect(turns.begin(holds, at: start + MailFetcher.pause - .milliseconds(1)).isEmpty)
    #expect(turns.begin(holds, at: start + MailFetcher.pause) == holds)
  }
}
