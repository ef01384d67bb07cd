import NIOCore

/// One desk that follows: asks for the stream and notes when stamps arrive.
final class DeskHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let arrivals: Arrivals
  private let request: String
  private var rest: [UInt8] = []
  private var isReady = false

  init(arrivals: Arrivals, request: String) {
    self.arrivals = arrivals
    self.request = request
  }

  func channelActive(context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: request)), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let now = Stamp.now
    rest += unwrapInboundIn(data).readableBytesView
    if !isReady, String(decoding: rest, as: UTF8.self).contains(": ready") {
      isReady = true
      arrivals.noteReady()
    }
    let end = Stamp.find(in: rest) { arrivals.note(now - $0) }
    rest.removeFirst(max(0, min(end, rest.count)))
  }
}
