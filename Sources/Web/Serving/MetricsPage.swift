import Foundation
import ServiceDesk
import Storage

/// The state of the program in Prometheus' text format,
/// <https://prometheus.io/docs/instrumenting/exposition_formats/>.
struct MetricsPage: Sendable {
  let desk: Desk
  let http: HTTPMetrics
  let tail: EventTail
  let feeds: DeskFeeds

  func text() async throws -> String {
    var page = PrometheusText()
    writeRequests(to: &page)
    writeStorage(to: &page)
    try await writeQueues(to: &page)
    try await writeMail(to: &page)
    writeFollowers(to: &page)
    page.family("process_resident_memory_bytes", "gauge", "Resident memory")
    page.sample("process_resident_memory_bytes", value: Double(Self.residentBytes))
    return page.text
  }

  private func writeFollowers(to page: inout PrometheusText) {
    let gauges: [(String, String, Int)] = [
      ("clients", "Clients that follow the event stream", tail.followers),
      ("desks", "Browsers of agents that follow their desk", feeds.followers),
      ("chats", "Visitors who follow their chat", feeds.hub.followers),
    ]
    for (name, help, value) in gauges {
      page.family("rapport_live_\(name)", "gauge", help)
      page.sample("rapport_live_\(name)", value: Double(value))
    }
  }

  private func writeRequests(to page: inout PrometheusText) {
    let active = "rapport_http_requests_active"
    page.family(active, "gauge", "Requests that are not answered yet, this one too")
    page.sample(active, value: Double(http.activeRequests))
    let name = "rapport_http_request_seconds"
    page.family(name, "histogram", "How long requests took")
    for (route, times) in http.snapshot {
      let labels = [
        ("method", route.method), ("route", route.path), ("status", String(route.status)),
      ]
      for (bound, count) in zip(HTTPMetrics.bounds, times.buckets) {
        page.sample("\(name)_bucket", labels + [("le", String(bound))], value: Double(count))
      }
      page.sample("\(name)_bucket", labels + [("le", "+Inf")], value: Double(times.count))
      page.sample("\(name)_sum", labels, value: times.seconds)
      page.sample("\(name)_count", labels, value: Double(times.count))
    }
  }

  private func writeStorage(to page: inout PrometheusText) {
    let storage = desk.database.engine.statistics
    let counters: [(String, String, Int64)] = [
      ("commits", "Transactions committed", storage.commits),
      ("writes", "Writing transactions answered; several may share a commit", storage.writes),
      ("reads", "Reading transactions", storage.reads),
      ("refusals", "Callers turned away because a queue was full", storage.refusals),
      ("reruns", "Transactions that had to run again", storage.reruns),
    ]
    for (name, help, value) in counters {
      page.family("rapport_storage_\(name)_total", "counter", help)
      page.sample("rapport_storage_\(name)_total", value: Double(value))
    }
    page.family("rapport_storage_queued", "gauge", "Transactions that wait or run")
    page.sample("rapport_storage_queued", [("kind", "write")], value: Double(storage.queuedWrites))
    page.sample("rapport_storage_queued", [("kind", "read")], value: Double(storage.queuedReads))
  }

  private func writeQueues(to page: inout PrometheusText) async throws {
    let queues = try await desk.database.read { try QueueReport(in: $0) }
    page.family("rapport_events", "gauge", "Events in the log")
    page.sample("rapport_events", value: Double(queues.head))
    page.family("rapport_consumer_lag", "gauge", "Events that a consumer has not seen yet")
    for consumer in queues.consumers {
      page.sample(
        "rapport_consumer_lag",
        [("consumer", consumer.name)],
        value: Double(queues.head - consumer.position)
      )
    }
    let gauges: [(String, String, Int)] = [
      ("parked_events", "Events that a consumer failed on", queues.parkedEvents),
      ("jobs_waiting", "Jobs that wait or run", queues.waitingJobs),
      ("jobs_dead", "Jobs that were given up", queues.deadJobs),
      ("timers", "Timers that are set", queues.timers),
    ]
    for (name, help, value) in gauges {
      page.family("rapport_\(name)", "gauge", help)
      page.sample("rapport_\(name)", value: Double(value))
    }
  }

  private func writeMail(to page: inout PrometheusText) async throws {
    let mail = try await desk.database.read { [time = desk.now()] in
      try MailGauges(at: time, in: $0)
    }
    page.family("rapport_mailboxes", "gauge", "Mailboxes that are looked into, by how that goes")
    page.sample(
      "rapport_mailboxes",
      [("condition", "failing")],
      value: Double(mail.failingMailboxes)
    )
    page.sample(
      "rapport_mailboxes",
      [("condition", "healthy")],
      value: Double(mail.healthyMailboxes)
    )
    page.family("rapport_mailbox_waiting", "gauge", "Messages that lie unfetched on mail servers")
    page.sample("rapport_mailbox_waiting", value: Double(mail.waiting))
    page.family("rapport_mailbox_skipped", "gauge", "Messages that could not be fetched")
    page.sample("rapport_mailbox_skipped", value: Double(mail.skipped))
    page.family(
      "rapport_mailbox_silence_seconds",
      "gauge",
      "Since the mailbox that is worst off was last looked into with success"
    )
    page.sample(
      "rapport_mailbox_silence_seconds",
      value: Double(mail.silence.components.seconds)
    )
    page.family("rapport_mail_sources", "gauge", "Mails as they came that are no messages")
    for state in [MailSource.State.waiting, .setAside, .quarantined] {
      let count = Double(mail.sources[state] ?? 0)
      page.sample("rapport_mail_sources", [("state", state.rawValue)], value: count)
    }
    page.family("rapport_outgoing_mail", "gauge", "Mails from here that are not sent")
    for state in [OutgoingMail.State.held, .queued, .failed] {
      let count = Double(mail.outgoing[state] ?? 0)
      page.sample("rapport_outgoing_mail", [("state", state.rawValue)], value: count)
    }
  }

  /// From the second field of `/proc/self/statm`, in pages; 0 where there is no such file.
  private static var residentBytes: Int {
    guard let fields = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    let pages = fields.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

/// Lines of Prometheus' text format.
struct PrometheusText {
  private(set) var text = ""

  mutating func family(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  mutating func sample(_ name: String, _ labels: [(String, String)] = [], value: Double) {
    let inner = labels.map { "\($0.0)=\"\(Self.escape($0.1))\"" }.joined(separator: ",")
    let number = Int(exactly: value).map(String.init) ?? String(value)
    text += "\(name)\(inner.isEmpty ? "" : "{\(inner)}") \(number)\n"
  }

  private static func escape(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
