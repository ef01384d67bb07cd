import Foundation

/// The fields of a form, as browsers send them
/// (<https://url.spec.whatwg.org/#application/x-www-form-urlencoded>).
struct FormBody {
  /// By their names; the first where there are several.
  let fields: [String: String]

  init(_ body: String) {
    let pairs = body.split(separator: "&").prefix(100).map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decode(parts[0]), Self.decode(parts.dropFirst().first ?? ""))
    }
    fields = Dictionary(pairs) { first, _ in first }
  }

  /// The fields that there are.
  var names: Set<String> { Set(fields.keys) }

  /// The field's value; empty where there is none.
  subscript(_ name: String) -> String { fields[name] ?? "" }

  private static func decode(_ text: Substring) -> String {
    text.replacing("+", with: " ").removingPercentEncoding ?? ""
  }
}
