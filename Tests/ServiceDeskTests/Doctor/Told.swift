import Storage
import Synchronization

/// The findings that a test was told of, in order.
final class Told: Sendable {
  private let findings = Mutex<[Finding]>([])

  func note(_ finding: Finding) { findings.withLock { $0.append(finding) } }

  var all: [Finding] { findings.withLock { $0 } }
}
