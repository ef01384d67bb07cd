import HTTPTypes
import Web

/// A request to the site.
struct Ask: Hashable {
  var method: HTTPRequest.Method
  /// The path with its query.
  var target: String
  var headers: HTTPFields = [:]
  var body: [UInt8]?

  init(_ method: HTTPRequest.Method, _ target: String, token: String? = nil) {
    self.method = method
    self.target = target
    headers[.authorization] = token.map { "Bearer \($0)" }
  }

  mutating func setJSON(_ json: String) {
    body = Array(json.utf8)
    headers[.contentType] = "application/json"
  }

  var path: String { String(target.prefix { $0 != "?" }) }
}
