/// An event as browsers take it in (<https://html.spec.whatwg.org/#server-sent-events>).
struct ServerSentEvent {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - id: from where a client goes on that has lost its connection; none for what passes.
  ///   - json: writes the data: JSON without line ends.
  init(_ name: String, id: Int64?, _ json: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(capacity: 1_024)
    json(&writer)
    let head = (id.map { "id: \($0)\n" } ?? "") + "event: \(name)\ndata: "
    bytes = Array(head.utf8) + writer.bytes + Array("\n\n".utf8)
  }

  static let ready = Array(": ready\n\n".utf8)
  static let heartbeat = Array(": heartbeat\n\n".utf8)
}
