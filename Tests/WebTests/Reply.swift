import HTTPTypes
import Web

/// What the site answered.
struct Reply: Equatable {
  var status: Int
  var headers: HTTPFields
  var bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }

  var json: JSON {
    get throws { try JSON(parsing: bytes) }
  }

  /// The media type, without parameters.
  var type: String? {
    headers[.contentType]?.split(separator: ";").first.map(String.init)
  }

  /// The value under the names, one within the other; `nil` if there is none, or null.
  subscript(_ names: String...) -> JSON? {
    names.reduce(try? json) { $0?[$1] }
  }

  /// The items of a list.
  var items: [JSON] { self["items"]?.items ?? [] }

  var ids: [String] { items.compactMap { $0["id"]?.text } }

  /// What a problem is told apart by.
  var code: String? { self["type"]?.text?.replacing("urn:rapport:problem:", with: "") }

  /// Where a problem's faults lie.
  var pointers: [String] {
    self["errors"]?.items?.compactMap { $0["pointer"]?.text } ?? []
  }

  /// Without what differs from request to request.
  var comparable: Reply {
    var reply = self
    if let name = HTTPField.Name("X-Request-ID") { reply.headers[name] = nil }
    return reply
  }
}
