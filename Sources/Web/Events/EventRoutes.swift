import Foundation
import Hummingbird
import NIOCore
import ServiceDesk
import Storage

/// The event log, read in windows or followed live.
struct EventRoutes: Sendable {
  let tail: EventTail
  private let heartbeat = Duration.seconds(15)
  private let batch = 200

  init(tail: EventTail) { self.tail = tail }

  private static let position = Schema.string(length: 1...18, format: .position)

  var operations: [Operation] {
    [
      Operation(
        .get,
        "/events",
        "listEvents",
        "The event log after a position",
        scopes: .read,
        query: [
          .init("after", Self.position, "A position; 0 is the start"),
          .init("limit", .integer(1...Window.mostItems), "How many items at most"),
        ],
        success: .json(
          status: 200,
          .object([
            .required("items", .array(EventFrame.schema, most: Window.mostItems)),
            .required("next", .nullable(Self.position), "Pass it as after; null at the end"),
          ])
        ),
        failures: [410],
        run: list
      ),
      Operation(
        .get,
        "/events/stream",
        "followEvents",
        "The event log as server-sent events; resumes after the header Last-Event-ID",
        scopes: .read,
        query: [.init("after", Self.position, "A position; without it, from now on")],
        success: .events,
        failures: [410],
        run: follow
      ),
    ]
  }

  private func list(_ call: Call) async throws -> Answer {
    let after = call.query["after"].flatMap { Int64($0) } ?? 0
    let limit = call.query["limit"].flatMap { Int($0) } ?? 50
    let query = ReadEvents(after: after, limit: limit + 1)
    return try await call.answer(query) { records, json in
      json.object { json in
        json.name("items")
        json.array(records.prefix(limit)) { EventFrame($1).write(to: &$0) }
        let next = records.count > limit ? records.prefix(limit).last?.position : nil
        json.member("next", next.map { String($0) })
      }
    }
  }

  private func follow(_ call: Call) async throws -> Answer {
    let asked = call.headers[.lastEventID] ?? call.query["after"]
    let start: Int64
    if let asked {
      guard StringFormat.position.allows(asked), let position = Int64(asked) else {
        throw Problem(
          status: 400,
          code: "invalidQuery",
          faults: [Fault(pointer: "Last-Event-ID", detail: "a position is needed")]
        )
      }
      // Read once before the answer begins, so that an expired position is a clear 410.
      _ = try await call.desk.answer(ReadEvents(after: position, limit: 1), as: call.viewer)
      start = position
    } else {
      start = try await call.desk.answer(LastPosition(), as: call.viewer)
    }
    return .events { writer in
      tail.enter()
      defer { tail.leave() }
      try await stream(to: &writer, after: start, call: call)
    }
  }

  @concurrent private func stream(
    to writer: inout any ResponseBodyWriter,
    after start: Int64,
    call: Call
  ) async throws {
    // Sent at once, so that the client knows that it is connected.
    try await writer.write(ByteBuffer(string: ": ready\n\n"))
    var position = start
    var lastWrite = ContinuousClock.now
    while !Task.isCancelled {
      switch tail.next(after: position, account: call.viewer.account) {
      case .closed: return
      case .behind:
        guard let frames = try await missed(after: &position, call: call) else { return }
        for frame in frames { try await writer.write(ByteBuffer(bytes: frame)) }
        if !frames.isEmpty { lastWrite = .now }
      case .entries(let entries, let end) where end > position:
        for entry in entries { try await writer.write(ByteBuffer(bytes: entry.frame)) }
        if !entries.isEmpty { lastWrite = .now }
        position = end
      case .entries: await waitForNews(after: position, until: lastWrite + heartbeat)
      }
      // Counted from the last byte: what other accounts do is news, but says nothing here.
      if .now >= lastWrite + heartbeat {
        try await writer.write(ByteBuffer(string: ": heartbeat\n\n"))
        lastWrite = .now
      }
    }
  }

  /// What a follower missed, from the database.
  ///
  /// - Returns: `nil` if the log no longer goes back so far: the client comes again and is told.
  private func missed(after position: inout Int64, call: Call) async throws -> [[UInt8]]? {
    let query = ReadEvents(after: position, limit: batch)
    do {
      let records = try await call.desk.answer(query, as: call.viewer)
      if let last = records.last {
        position = last.position
      } else {
        position = max(position, try await call.desk.answer(LastPosition(), as: call.viewer))
      }
      return records.map { EventFrame($0).bytes }
    } catch EventLogFailure.expired {
      return nil
    }
  }

  /// Waits for something after `position`, until the time at most.
  private func waitForNews(after position: Int64, until time: ContinuousClock.Instant) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await tail.wait(after: position) }
      // Cancelled when there is news first.
      group.addTask { try? await Task.sleep(until: time) }
      await group.next()
      group.cancelAll()
    }
  }
}
