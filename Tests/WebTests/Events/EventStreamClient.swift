import HTTPTypes
import NIOCore
import NIOPosix

/// A follower of the event stream on a socket of its own, which it can cut at any moment.
struct EventStreamClient {
  private var parts: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private var received = ByteBuffer()
  /// What came out of the chunks and has not been given yet.
  private var text = ""

  /// An event as it came, or a comment.
  struct Frame: Equatable {
    var comment: String?
    var id: String?
    var event: String?
    var data: String?
  }

  /// Connects, asks and lets `read` read; the connection is cut when it returns.
  static func follow<Value: Sendable>(
    port: Int,
    token: String,
    after: Int64? = nil,
    lastEventID: Int64? = nil,
    read: (inout EventStreamClient) async throws -> Value
  ) async throws -> Value {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "localhost", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let query = after.map { "?after=\($0)" } ?? ""
    let resume = lastEventID.map { "Last-Event-ID: \($0)\r\n" } ?? ""
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(
        ByteBuffer(
          string: "GET /api/v1/events/stream\(query) HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Bearer \(token)\r\n\(resume)\r\n"
        )
      )
      var client = EventStreamClient(parts: inbound.makeAsyncIterator())
      try await client.skipHead()
      return try await read(&client)
    }
  }

  private init(parts: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) {
    self.parts = parts
  }

  /// The next frame; `nil` when the server has ended the stream.
  mutating func next() async throws -> Frame? {
    while true {
      if let end = text.firstRange(of: "\n\n") {
        defer { text.removeSubrange(..<end.upperBound) }
        return Frame(String(text[..<end.lowerBound]))
      }
      guard try await readChunk() else { return nil }
    }
  }

  /// The next frame that is an event.
  mutating func nextEvent() async throws -> Frame? {
    while let frame = try await next() {
      if frame.id != nil { return frame }
    }
    return nil
  }

  private mutating func skipHead() async throws {
    var line = try await line()
    guard line?.contains(" 200 ") == true else { throw StreamFailure.refused(line ?? "") }
    while line?.isEmpty == false { line = try await self.line() }
  }

  /// Reads one chunk (RFC 9112, 7.1); the last one is empty.
  private mutating func readChunk() async throws -> Bool {
    guard let line = try await line(), let size = Int(line, radix: 16), size > 0 else {
      return false
    }
    while received.readableBytes < size + 2 {
      guard try await receive() else { return false }
    }
    text += received.readString(length: size) ?? ""
    received.moveReaderIndex(forwardBy: 2)
    return true
  }

  private mutating func line() async throws -> String? {
    while true {
      if let end = received.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
        let line = received.readString(length: end - received.readerIndex + 1) ?? ""
        return String(line.trimmingSuffix { $0.isNewline })
      }
      guard try await receive() else { return nil }
    }
  }

  private mutating func receive() async throws -> Bool {
    guard var part = try await parts.next(isolation: #isolation) else { return false }
    received.writeBuffer(&part)
    return true
  }
}

/// Why a stream did not begin.
enum StreamFailure: Error {
  /// With the answer's first line.
  case refused(String)
}

extension EventStreamClient.Frame {
  fileprivate init(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? String(parts[1]) : ""
      switch parts[0] {
      case "": comment = value
      case "id": id = value
      case "event": event = value
      case "data": data = value
      default: break
      }
    }
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> SubSequence {
    var rest = self[...]
    while let last = rest.last, condition(last) { rest.removeLast() }
    return rest
  }
}
