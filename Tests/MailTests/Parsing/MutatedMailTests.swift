import Foundation
import Glibc
import Mail
import Testing

/// What strangers send is damaged by accident and on purpose.
///
/// `RAPPORT_FUZZ_CASES` sets how many messages are tried; `bin/fuzz` does.
struct MutatedMailTests {
  static let cases = ProcessInfo.processInfo.environment["RAPPORT_FUZZ_CASES"].flatMap(Int.init)

  @Test func `no damaged mail crashes, takes a second or grows beyond bounds`() throws {
    var mutator = MailMutator(seed: 20_261_123, samples: try MailSamples.all())
    var slowest = Duration.zero
    var before = 0
    let count = Self.cases ?? 200
    for index in 0..<count {
      // After the first thousand, what the program caches is there.
      if index == min(1_000, count / 2) { before = Self.residentBytes }
      let source = mutator.next()
      let start = Self.processorTime
      Self.read(source)
      let time = Self.processorTime - start
      slowest = max(slowest, time)
      if time > .seconds(1) { Issue.record("\(time) for \(source.count) bytes of case \(index)") }
    }
    let growth = Self.residentBytes - before
    if Self.cases != nil { print("\(count) cases, slowest \(slowest), grown by \(growth) bytes") }
    #expect(Self.cases == nil || growth < 64 << 20)
  }

  private static func read(_ source: [UInt8]) {
    do {
      let mail = try ParsedMail(parsing: source)
      _ = mail.automatic
      show(mail)
      let size = size(of: mail)
      #expect(size <= 10 * source.count + 4_096, "\(size) bytes of \(source.count)")
    } catch {
      // Which failure it is, is for other tests to say.
      #expect(MailFailure.allCases.contains(error))
    }
  }

  /// Folds and sanitises, as for the desk.
  private static func show(_ mail: ParsedMail) {
    if let text = mail.text { _ = VisibleReply(of: text).reply }
    guard let tree = mail.html.map({ HTMLTree($0) }) else { return }
    let folds = HTMLReply(of: tree).folds.map { HTMLFold(nodes: $0.nodes, summary: "…") }
    let length = SanitisedHTML(tree, folds: folds).html.utf8.count
    let most = 10 * (mail.html?.utf8.count ?? 0) + 1 << 16
    #expect(length <= most, "\(length) bytes of HTML")
  }

  private static func size(of mail: ParsedMail) -> Int {
    let people = [mail.authors, mail.to, mail.cc, mail.bcc, mail.replyTo].joined()
    let fields =
      mail.headers.fields + (mail.report.returned?.fields ?? [])
      + (mail.report.feedback?.fields ?? []) + mail.report.deliveryStatus.flatMap(\.fields)
    return (mail.text?.utf8.count ?? 0) + (mail.html?.utf8.count ?? 0)
      + mail.attachments.reduce(0) { $0 + $1.bytes.count + ($1.name?.utf8.count ?? 0) }
      + people.reduce(0) { $0 + $1.address.utf8.count + ($1.name?.utf8.count ?? 0) }
      + fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
      + mail.references.reduce(0) { $0 + $1.utf8.count }
  }

  /// Of this thread, so that what else the machine does has no part in it.
  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Zero where the system does not say.
  private static var residentBytes: Int {
    // Not every system has this file.
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4_096
  }
}
