/// Parameters as web forms send them.
enum WebForm {
  static let type = "application/x-www-form-urlencoded"

  /// Names and values, all but RFC 3986's unreserved characters encoded, in the order of the names.
  static func text(_ parameters: [String: String]) -> String {
    parameters.sorted { $0.key < $1.key }
      .map { "\($0.key.percentEncoded)=\($0.value.percentEncoded)" }
      .joined(separator: "&")
  }
}
