import Foundation

/// What HTML shows of the mail that it is in (RFC 2392).
enum ContentReferences {
  /// The content ids in `cid:` addresses.
  static func ids(in page: String) -> Set<String> {
    let bytes = Array(page.utf8)
    let scheme = Array("cid:".utf8)
    var ids: Set<String> = []
    var index = 0
    while let found = bytes[index...].firstIndex(of: scheme[0]) {
      index = found + 1
      guard bytes[found...].starts(with: scheme) else { continue }
      let id = bytes[(found + scheme.count)...].prefix(
        998,
        while: {
          $0 > .space && !"\"'<>)".utf8.contains($0)
        }
      )
      index = found + scheme.count
      let text = String(decoding: id, as: UTF8.self)
      ids.insert(text.removingPercentEncoding ?? text)
    }
    return ids
  }
}

extension ArraySlice<UInt8> {
  /// The bytes up to one that is not accepted, or up to a limit.
  fileprivate func prefix(_ limit: Int, while isAccepted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    prefix(limit).prefix(while: isAccepted)
  }
}
