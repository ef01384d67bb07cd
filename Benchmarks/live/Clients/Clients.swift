import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// Many desks that follow live, and one sender: how long a message takes to all of them.
@main struct Clients: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-live",
    abstract: "Prints, as JSON, how long messages take to the desks that follow live."
  )

  @Option(help: "The server's port on 127.0.0.1.")
  var port: Int

  @Option(help: "The cookie of a session.")
  var cookie: String

  @Option(help: "An API token of the same account.")
  var token: String

  @Option(help: "A file with the ids of the conversations that are written into, a line each.")
  var conversations: String

  @Option(help: "How many desks follow.")
  var clients = 2_000

  @Option(help: "How many messages are sent in a second.")
  var rate = 20

  @Option(help: "For how many seconds.")
  var seconds = 60

  @Option(help: "A file that appears when all follow, and is waited for to go before sending.")
  var gate: String

  func run() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let arrivals = Arrivals()
    let request = "GET /desk/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: \(cookie)\r\n\r\n"
    let desks = try await connect(group, arrivals: arrivals, request: request)
    try await waitUntil(seconds: 60) { arrivals.ready >= clients }
    try await passGate()

    let sender = try await Sender.connect(group, port: port, token: token)
    let ids = try String(contentsOfFile: conversations, encoding: .utf8).split(separator: "\n")
    let sent = try await send(by: sender, into: ids.map { String($0) })
    // What comes later than this counts as lost.
    try await waitUntil(seconds: 10) { arrivals.count >= sent * clients }
    print(arrivals.report(expected: sent * clients, accepted: sender.accepted, sent: sent))
    for desk in desks { desk.close(promise: nil) }
    try await group.shutdownGracefully()
  }

  private func connect(
    _ group: MultiThreadedEventLoopGroup,
    arrivals: Arrivals,
    request: String
  ) async throws -> [any Channel] {
    let bootstrap = ClientBootstrap(group: group).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        let desk = DeskHandler(arrivals: arrivals, request: request)
        try channel.pipeline.syncOperations.addHandler(desk)
      }
    }
    var desks: [any Channel] = []
    for _ in 0..<clients {
      desks.append(try await bootstrap.connect(host: "127.0.0.1", port: port).get())
    }
    return desks
  }

  /// Lets whoever measures memory know that all are there.
  private func passGate() async throws {
    try Data().write(to: URL(filePath: gate))
    try await waitUntil(seconds: 60) { !FileManager.default.fileExists(atPath: gate) }
  }

  /// - Returns: how many messages were sent.
  private func send(by sender: Sender, into conversations: [String]) async throws -> Int {
    let clock = ContinuousClock()
    let start = clock.now
    let count = rate * seconds
    for number in 0..<count {
      try await clock.sleep(until: start + .seconds(Double(number) / Double(rate)))
      let conversation = conversations[number % conversations.count]
      try await sender.send(text: Stamp.text(of: Stamp.now), to: conversation)
    }
    return count
  }

  private func waitUntil(seconds: Int, _ condition: () -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while !condition() {
      guard ContinuousClock.now < end else { return }
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
