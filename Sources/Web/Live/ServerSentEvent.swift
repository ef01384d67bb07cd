/// An event as browsers take it in (<https://html.spec.whatwg.org/#server-sent-events>).
struct ServerSentEvent {
  let bytes: [UInt8]

  /// Names the event, and writes its data: JSON without line ends.
  ///
  /// A client that has lost its connection goes on from the `id`; what passes has none.
  init(_ name: String, id: Int64?, _ json: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(capacity: 1_024)
    json(&writer)
    let head = (id.map { "id: \($0)\n" } ?? "") + "event: \(name)\ndata: "
    bytes = Array(head.utf8) + writer.bytes + Array("\n\n".utf8)
  }

  static let ready = Array(": ready\n\n".utf8)
  static let heartbeat = Array(": heartbeat\n\n".utf8)
}
