import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import ServiceDesk
import Storage
import TestSupport
import Testing
import Understanding
import Web

/// The whole site over the small world, asked without a socket.
///
/// Every answer is held against what its operation declares.
struct SiteHarness {
  let world: DeskHarness
  let site: Site
  let chat = ChatSeen()
  let readMarks: ReadMarks
  private let application: Application<RouterResponder<WebContext>>

  init(surroundings: Site.Surroundings = .init()) async throws {
    world = try await DeskHarness(reader: Self.reader)
    readMarks = ReadMarks(database: world.database)
    site = try Site(
      desk: world.desk,
      tail: await .ended(world.database),
      chat: ChatRoutes(
        desk: world.desk,
        limiter: RateLimiter(now: { [clock = world.clock] in clock.now }),
        readMarks: readMarks,
        onTyping: { [chat] in chat.note(typingOf: $0, in: $1) }
      ),
      surroundings: surroundings
    )
    application = Application(router: site.router, logger: Self.logger)
  }

  /// Reads with the model that is shipped; `nil` if it is not there.
  private static let reader: TextReader? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    guard let file = try? Data(contentsOf: root.appending(path: "Models/reading.model")),
      let model = try? ReadingModel(file: Array(file))
    else { return nil }
    return TextReader(model)
  }()

  /// Says only what is a fault of the program.
  static var logger: Logger {
    // Requests find their id in it, so its handler must keep metadata.
    var logger = Logger(label: "test") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    return logger
  }

  var desk: Desk { world.desk }

  /// Sends the request as it stands.
  func send(_ ask: Ask, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Reply {
    let reply = try await sendPage(ask)
    Declaration(operations: site.operations).check(reply, to: ask, at: sourceLocation)
    return reply
  }

  /// Sends a request for a page, whose problems are pages too.
  func sendPage(_ ask: Ask) async throws -> Reply {
    try await application.test(.router) { client in
      let response = try await client.executeRequest(
        uri: ask.target,
        method: ask.method,
        headers: ask.headers,
        body: ask.body.map { ByteBuffer(bytes: $0) }
      )
      return Reply(
        status: response.status.code,
        headers: response.headers,
        bytes: Array(response.body.readableBytesView)
      )
    }
  }

  /// Asks below `/api/v1`, as the administrator of Anemone unless another token is given.
  func api(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ json: String? = nil,
    token: String? = nil,
    key: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Reply {
    var ask = Ask(method, Operation.root + path, token: token ?? world.anemone.token)
    if let json { ask.setJSON(json) }
    ask.headers[.idempotencyKey] = key
    return try await send(ask, sourceLocation: sourceLocation)
  }

  func get(
    _ path: String,
    token: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Reply {
    try await api(.get, path, token: token, sourceLocation: sourceLocation)
  }

  func post(
    _ path: String,
    _ json: String,
    key: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Reply {
    try await api(.post, path, json, key: key, sourceLocation: sourceLocation)
  }

  /// Sends a file as it stands.
  func upload(
    _ bytes: [UInt8],
    name: String,
    type: String,
    key: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Reply {
    var ask = Ask(.post, "\(Operation.root)/blobs?name=\(name)", token: world.anemone.token)
    ask.body = bytes
    ask.headers[.contentType] = type
    ask.headers[.idempotencyKey] = key
    return try await send(ask, sourceLocation: sourceLocation)
  }

  /// The kinds of everything that has happened in both accounts.
  func happened() async throws -> [[String]] {
    [try await world.log(of: world.amina), try await world.log(of: world.stefan)]
  }
}

extension EventTail {
  /// A tail that no longer follows the log: a stream says that it is ready, and ends.
  static func ended(_ database: Database) async -> EventTail {
    let tail = EventTail(database: database)
    await withTaskGroup(of: Void.self) { group in
      // Cancelled before it begins, it has nothing to fail at.
      group.addTask { try? await tail.run() }
      group.cancelAll()
    }
    return tail
  }
}
