import NIOCore
import NIOPosix
import Synchronization

/// Writes customers' messages through the API, over one connection.
struct Sender: Sendable {
  private let channel: any Channel
  private let token: String
  private let answers: Answers

  /// How many messages the server has taken.
  var accepted: Int { answers.accepted }

  static func connect(
    _ group: MultiThreadedEventLoopGroup,
    port: Int,
    token: String
  ) async throws -> Sender {
    let answers = Answers()
    let channel = try await ClientBootstrap(group: group).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(AnswerHandler(answers: answers))
      }
    }.connect(host: "127.0.0.1", port: port).get()
    return Sender(channel: channel, token: token, answers: answers)
  }

  func send(text: String, to conversation: String) async throws {
    let body = "{\"kind\":\"incoming\",\"text\":\"\(text)\"}"
    let request = """
      POST /api/v1/conversations/\(conversation)/messages HTTP/1.1\r
      Host: 127.0.0.1\r
      Authorization: Bearer \(token)\r
      Content-Type: application/json\r
      Content-Length: \(body.utf8.count)\r
      \r
      \(body)
      """
    try await channel.writeAndFlush(ByteBuffer(string: request))
  }
}

/// Counts the answers that say that a message was taken.
private final class Answers: Sendable {
  private let count = Mutex(0)

  var accepted: Int { count.withLock { $0 } }

  func note() { count.withLock { $0 += 1 } }
}

private final class AnswerHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let answers: Answers

  init(answers: Answers) { self.answers = answers }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let text = String(decoding: unwrapInboundIn(data).readableBytesView, as: UTF8.self)
    // An answer's head is not cut in two: answers are small and come one at a time.
    for _ in text.ranges(of: "HTTP/1.1 201") { answers.note() }
  }
}
