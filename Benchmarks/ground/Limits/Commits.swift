import ArgumentParser
import Foundation
import GRDB

/// Commits messages one after the other, each commit synced to the disk.
struct Commits: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints, as JSON, how fast messages are committed through bare GRDB."
  )

  @Option(help: "The database file, which must not exist yet.")
  var file: String

  @Option(help: "How many messages share a commit.")
  var batch = 1

  @Option(help: "How long.")
  var seconds = 5.0

  func run() throws {
    let table = try MessageTable(file: file)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var commits: [Duration] = []
    while clock.now < end {
      commits.append(try clock.measure { try table.commit(batch) })
    }
    let taken = commits.reduce(.zero, +)
    let result = Result(
      perSecond: Double(commits.count * batch) / (taken / .seconds(1)),
      p50: commits.percentile(50) / .milliseconds(1),
      p99: commits.percentile(99) / .milliseconds(1)
    )
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }

  private struct Result: Encodable {
    /// Messages, not commits.
    let perSecond: Double
    /// Of a commit, in milliseconds.
    let p50: Double
    let p99: Double
  }
}

extension [Duration] {
  /// The least that `percent` of them do not exceed; zero where there are none.
  fileprivate func percentile(_ percent: Int) -> Duration {
    isEmpty ? .zero : sorted()[Swift.min(count - 1, count * percent / 100)]
  }
}
