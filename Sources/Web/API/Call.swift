package import HTTPTypes
package import ServiceDesk
import Storage

/// A request to an operation, checked against its declaration.
package struct Call: Sendable {
  package let viewer: Viewer
  package let desk: Desk
  /// The values of the path's parameters.
  package let path: [String: String]
  /// The values of the query's parameters.
  package let query: [String: String]
  package let headers: HTTPFields
  package let json: JSON
  package let bytes: [UInt8]
  /// The client's key for this request, if it gave one.
  package let key: RequestKey?

  package init(
    viewer: Viewer,
    desk: Desk,
    path: [String: String],
    query: [String: String],
    headers: HTTPFields,
    json: JSON,
    bytes: [UInt8],
    key: RequestKey?
  ) {
    self.viewer = viewer
    self.desk = desk
    self.path = path
    self.query = query
    self.headers = headers
    self.json = json
    self.bytes = bytes
    self.key = key
  }

  /// The identifier in the path.
  ///
  /// - Throws: `absent`, because what cannot be an identifier names nothing.
  package func id<Of>(
    _ name: String,
    absent: AccessFailure,
    of: Of.Type = Of.self
  ) throws -> ID<Of> {
    guard let id = path[name].flatMap({ ID<Of>($0) }) else { throw absent }
    return id
  }

  /// The window that the query asks for.
  ///
  /// - Throws: ``CursorFailure`` if the cursor was not made by the API.
  package func window() throws -> Window {
    let cursor = try query["cursor"].map { text in
      guard let cursor = Cursor(text) else { throw CursorFailure.otherList }
      return cursor
    }
    return Window(limit: query["limit"].flatMap { Int($0) } ?? 50, after: cursor)
  }

  /// Writes what a command gives.
  package typealias Writer<Output> = @Sendable (Output, inout JSONWriter) -> Void

  /// Performs the command and writes what it gives; under the client's key, only once.
  ///
  /// A repeat under the same key gets what `kept` writes; the same, where it is `nil`.
  package func perform<C: Command>(
    _ command: C,
    status: Int = 200,
    kept: Writer<C.Output>? = nil,
    _ write: @escaping Writer<C.Output>
  ) async throws -> Answer {
    func answer(_ write: @escaping Writer<C.Output>) -> @Sendable (C.Output) -> StoredAnswer {
      { output in
        var json = JSONWriter()
        write(output, &json)
        return StoredAnswer(status: status, body: json.text)
      }
    }
    guard let key else {
      return Answer(answer(write)(try await desk.perform(command, as: viewer)))
    }
    let stored = try await desk.perform(
      command,
      as: viewer,
      once: key,
      answer: answer(write),
      kept: answer(kept ?? write)
    )
    return Answer(stored)
  }

  /// Performs a command that has nothing to say but that it is done.
  package func perform<C: Command>(_ command: C) async throws -> Answer where C.Output == Void {
    guard let key else {
      try await desk.perform(command, as: viewer)
      return .empty
    }
    return Answer(
      try await desk.perform(command, as: viewer, once: key) { _ in
        StoredAnswer(status: 204, body: "")
      }
    )
  }

  /// Answers the question and writes the answer.
  package func answer<Q: Query>(
    _ query: Q,
    _ write: (Q.Output, inout JSONWriter) -> Void
  ) async throws -> Answer {
    let output = try await desk.answer(query, as: viewer)
    var json = JSONWriter(capacity: 16_384)
    write(output, &json)
    return .json(status: 200, json.bytes)
  }

  /// Answers the question with a window of a list.
  package func page<Q: Query, Item>(
    _ query: Q,
    _ write: (Item, inout JSONWriter) -> Void
  ) async throws -> Answer where Q.Output == Page<Item> {
    try await answer(query) { page, json in
      json.object { json in
        json.name("items")
        json.array(page.items) { write($1, &$0) }
        json.member("next", page.next?.text)
      }
    }
  }
}
