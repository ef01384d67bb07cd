import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct DoctorTests {
  let harness: DeskHarness

  init() async throws {
    harness = try await DeskHarness()
    try await harness.live()
  }

  @Test func `in a sound database everything holds, and everything was looked at`() async throws {
    let findings = try await Doctor(desk: harness.desk).examine()

    #expect(findings.filter { !$0.holds } == [])
    // A sound database has neither.
    let nothing = ["no event is parked", "no job is dead"]
    #expect(findings.filter { $0.examined == 0 }.map(\.name) == nothing)
  }

  @Test func `each finding is told as it is made`() async throws {
    let told = Told()

    let findings = try await Doctor(desk: harness.desk).examine { told.note($0) }

    #expect(told.all == findings)
  }

  @Test func `each invariant has its damage`() async throws {
    let names = try await Doctor(desk: harness.desk).examine().map(\.name)

    #expect(Set(Damage.all.map(\.invariant)) == Set(names))
  }

  @Test(arguments: Damage.all)
  func `damage is found`(damage: Damage) async throws {
    try await harness.inflict(damage)

    let broken = try await harness.violations()

    let finding = try #require(broken.first { $0.name == damage.invariant })
    #expect(finding.violations == damage.violations)
  }
}
