import Testing

/// A bad body and the answer that it is to get.
struct Refusal: CustomTestStringConvertible, Sendable {
  let what: String
  let body: [UInt8]
  var status = 422
  var code = "invalidBody"
  /// Where the faults lie.
  var pointers: [String] = []

  init(_ what: String, _ body: String, at pointers: String...) {
    self.what = what
    self.body = Array(body.utf8)
    self.pointers = pointers
  }

  init(_ what: String, malformed body: [UInt8]) {
    self.what = what
    self.body = body
    status = 400
    code = "malformedJSON"
  }

  init(_ what: String, malformed body: String) {
    self.init(what, malformed: Array(body.utf8))
  }

  var testDescription: String { what }
}
