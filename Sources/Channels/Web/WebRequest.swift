/// One thing to ask of a web server, and the bounds within which it must answer.
package struct WebRequest: Sendable {
  /// What is asked for.
  package enum Method: Sendable, Hashable {
    case get
    case post([UInt8], type: String)
  }

  package var address: String
  package var method: Method

  /// Further header fields.
  package var headers: [String: String]

  /// How many bytes the answer's body may have.
  package var sizeLimit: Int

  /// How long it may take, redirects and all.
  package var timeLimit: Duration

  /// How often the server may send on to another address; a POST is never sent on.
  package var redirectLimit: Int

  package init(
    _ address: String,
    method: Method = .get,
    headers: [String: String] = [:],
    sizeLimit: Int = 1 << 20,
    timeLimit: Duration = .seconds(30),
    redirectLimit: Int = 3
  ) {
    self.address = address
    self.method = method
    self.headers = headers
    self.sizeLimit = sizeLimit
    self.timeLimit = timeLimit
    self.redirectLimit = redirectLimit
  }
}

extension WebRequest {
  /// Whether it says nothing else than it seems to.
  var isUsable: Bool {
    let texts = [address] + headers.keys + headers.values
    return texts.allSatisfy { $0.utf8.allSatisfy { byte in (0x20...0x7E).contains(byte) } }
      && !address.contains(" ") && headers.keys.allSatisfy { !$0.isEmpty && !$0.contains(":") }
  }
}
