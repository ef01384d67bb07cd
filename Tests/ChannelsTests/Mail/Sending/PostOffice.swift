import Synchronization

/// An SMTP server on 127.0.0.1 that refuses what a test says, and remembers who came with what.
struct PostOffice: Sendable {
  /// Under this name the message itself is refused, after its last line.
  static let message = "."

  private let counter: Counter
  private let server: LoopbackServer

  var port: Int { server.port }
  var visits: [PostVisit] { counter.state.withLock { $0.visits } }

  /// Refuses with these replies, by recipient or for the ``message``.
  init(refusing refusals: [String: String] = [:]) throws {
    let counter = Counter(refusals)
    self.counter = counter
    server = try LoopbackServer { connection in counter.serve(connection) }
  }

  /// From now on.
  func refuse(_ refusals: [String: String]) {
    counter.state.withLock { $0.refusals = refusals }
  }

  /// Lets nobody in any more.
  func close() { server.stop() }
}

/// One message that somebody wanted to hand over.
struct PostVisit: Sendable, Equatable {
  var sender = ""
  /// All who were named, taken or not.
  var recipients: [String] = []
  var text = ""
  var isTaken = false
}

/// What all of an office's connections share.
private final class Counter: Sendable {
  struct State: Sendable {
    var refusals: [String: String]
    var visits: [PostVisit] = []
  }

  let state: Mutex<State>

  init(_ refusals: [String: String]) { state = Mutex(State(refusals: refusals)) }

  func serve(_ connection: LoopbackConnection) {
    var visit = PostVisit()
    connection.write("220 ready\r\n")
    while let line = connection.readLine() {
      switch line.prefix(4) {
      case "MAIL":
        visit = PostVisit(sender: line.address)
        connection.write("250 fine\r\n")
      case "RCPT":
        visit.recipients.append(line.address)
        connection.write("\(refusal(of: line.address) ?? "250 fine")\r\n")
      case "DATA":
        connection.write("354 go on\r\n")
        visit.text = connection.readMessage()
        let no = refusal(of: PostOffice.message)
        visit.isTaken = no == nil
        note(visit)
        connection.write("\(no ?? "250 queued")\r\n")
      case "RSET":
        if !visit.recipients.isEmpty, visit.text.isEmpty { note(visit) }
        connection.write("250 fine\r\n")
      default: connection.write("250 fine\r\n")
      }
    }
  }

  private func refusal(of name: String) -> String? { state.withLock { $0.refusals[name] } }

  private func note(_ visit: PostVisit) { state.withLock { $0.visits.append(visit) } }
}

extension LoopbackConnection {
  /// The lines up to the one that ends the message.
  fileprivate func readMessage() -> String {
    var lines: [String] = []
    while let line = readLine(), line != "." { lines.append(line) }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// What stands in angle brackets.
  fileprivate var address: String {
    String(drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
  }
}
