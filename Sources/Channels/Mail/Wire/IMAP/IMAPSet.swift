/// UIDs as IMAP's commands take them (RFC 3501, section 9, `sequence-set`).
enum IMAPSet {
  /// So many ranges go into one command; lines longer than 8,192 bytes need not be taken (RFC 7162,
  /// section 4).
  private static let rangeLimit = 300

  /// The sets for as many commands as these UIDs need, in order and without doubles.
  static func texts(_ uids: some Sequence<UInt32>) -> [String] {
    var ranges: [ClosedRange<UInt32>] = []
    for uid in Set(uids).sorted() where uid > 0 {
      if let last = ranges.last, last.upperBound + 1 == uid {
        ranges[ranges.count - 1] = last.lowerBound...uid
      } else {
        ranges.append(uid...uid)
      }
    }
    return stride(from: 0, to: ranges.count, by: rangeLimit).map { start in
      ranges[start..<min(start + rangeLimit, ranges.count)].map(text).joined(separator: ",")
    }
  }

  private static func text(_ range: ClosedRange<UInt32>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound):\(range.upperBound)"
  }
}
