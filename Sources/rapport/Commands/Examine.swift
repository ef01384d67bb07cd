import ArgumentParser
import ServiceDesk
import Storage

/// Proves what must be true of every sound database.
struct Examine: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Prove the invariants over the whole database; exits with 0 only if all hold."
  )

  @OptionGroup var storage: StorageOptions

  func run() async throws {
    let isSound = try await storage.withDesk { desk in
      let findings = try await Doctor(desk: desk).examine { finding in
        let mark = finding.holds ? "ok  " : "FAIL"
        let broken = finding.holds ? "" : ", \(finding.violations) not so"
        print("\(mark) \(finding.name): \(finding.examined) examined\(broken)")
      }
      return findings.allSatisfy(\.holds)
    }
    if !isSound { throw ExitCode.failure }
  }
}
