import Foundation

/// The charset that HTML declares of itself.
enum MetaCharset {
  /// How far browsers look (WHATWG HTML, 13.2.3.2).
  private static let reach = 1_024

  static func find(in page: [UInt8]) -> String? {
    let start = String(decoding: page.prefix(reach), as: UTF8.self).lowercased()
    guard let mark = start.range(of: "charset=") else { return nil }
    let name = start[mark.upperBound...].drop { "\"' ".contains($0) }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
    return name.isEmpty ? nil : String(name)
  }
}
