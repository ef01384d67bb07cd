import Foundation
import Synchronization
import Testing

@testable import Channels

@Suite(.enabled(if: MailServers.running != nil))
struct MailCheckTests {
  /// The results in the order in which they were reported.
  private final class Reports: Sendable {
    private let state = Mutex<[MailCheckResult]>([])

    var all: [MailCheckResult] { state.withLock { $0 } }

    func add(_ result: MailCheckResult) { state.withLock { $0.append(result) } }
  }

  private let servers: MailServers
  private let address: String
  private let reports = Reports()

  init() throws {
    servers = try #require(MailServers.running)
    address = servers.freshAddress()
  }

  private func check() -> MailCheck {
    MailCheck(
      incoming: servers.imapHost(),
      outgoing: servers.smtpHost(.startTLS),
      credentials: servers.credentials(of: address),
      message: MailCheck.Addresses(from: address, to: address),
      options: servers.options
    )
  }

  /// Runs it, and gives what failed.
  private func failure(of check: MailCheck) async -> (step: MailStep, MailCheckProblem)? {
    let passed = await check.run(at: Date(timeIntervalSince1970: 0)) { [reports] result in
      reports.add(result)
    }
    let failures = reports.all.filter(\.isFailure)
    #expect(passed == failures.isEmpty)
    guard case .failed(let problem, _) = failures.first?.outcome, let step = failures.first?.step
    else { return nil }
    return (step, problem)
  }

  @Test
  func `good settings pass in all steps`() async throws {
    #expect(await failure(of: check()) == nil)
    let incoming = reports.all.filter { $0.direction == .incoming }.map(\.step)
    #expect(incoming == [.resolve, .connect, .secure, .signIn, .list, .fetch])
    let outgoing = reports.all.filter { $0.direction == .outgoing }.map(\.step)
    #expect(outgoing == [.resolve, .connect, .secure, .signIn, .send])
    #expect(reports.all[1].outcome == .passed(.address("127.0.0.1")))
    #expect(reports.all[5].outcome == .passed(.messages(0)))
  }

  @Test
  func `a wrong password fails at signing in and skips the rest`() async throws {
    var check = check()
    check.outgoing = nil
    check.credentials = .password(user: address, password: "wrong")
    let failure = try #require(await failure(of: check))
    #expect(failure == (.signIn, .signInRefused))
    #expect(reports.all.suffix(2).map(\.outcome) == [.skipped, .skipped])
  }

  @Test
  func `an unknown authority fails at TLS`() async throws {
    var check = check()
    check.options.certificateAuthorities = nil
    let failure = try #require(await failure(of: check))
    #expect(failure == (.secure, .certificateOfUnknownAuthority))
  }

  @Test
  func `a name without address fails at once`() async throws {
    var check = check()
    check.incoming?.name = "mail.invalid"
    let failure = try #require(await failure(of: check))
    #expect(failure == (.resolve, .hostUnknown))
    // The other server is checked all the same.
    #expect(reports.all.last?.step == .send)
    #expect(reports.all.last?.isFailure == false)
  }

  @Test
  func `a folder that is not there fails at fetching`() async throws {
    var check = check()
    check.folder = "Nowhere"
    let failure = try #require(await failure(of: check))
    #expect(failure == (.fetch, .folderRefused))
  }

  @Test
  func `an unknown recipient fails at sending`() async throws {
    var check = check()
    check.message = MailCheck.Addresses(from: address, to: "unknown@\(servers.domain)")
    let failure = try #require(await failure(of: check))
    #expect(failure == (.send, .recipientRefused))
  }

  @Test
  func `without addresses nothing is sent`() async throws {
    var check = check()
    check.message = nil
    #expect(await failure(of: check) == nil)
    #expect(reports.all.last?.outcome == .skipped)
  }
}

struct MailCheckProblemTests {
  @Test(arguments: MailCheckProblem.allCases)
  func `each problem is told with what to change`(problem: MailCheckProblem) {
    #expect(problem.text.hasSuffix("."))
    #expect(problem.advice.hasSuffix("."))
  }

  @Test
  func `no two problems are told alike`() {
    #expect(Set(MailCheckProblem.allCases.map(\.text)).count == MailCheckProblem.allCases.count)
  }

  @Test
  func `control characters of a server reach no terminal`() {
    let refusal = MailRefusal(
      command: "X",
      code: "",
      isTemporary: false,
      words: "a\u{1B}[2J\r\nb\u{9B}c"
    )
    #expect(refusal.words == "a [2J  b c")
  }
}
