/// The marks at the start of a line that say that it repeats another mail.
enum QuotedLine {
  /// Whether the line opens with `>`, as an entity too.
  ///
  /// Not the tail of a wrapped address (`>:`), an arrow or comparison (`>=`, `>>>=`), nor a line
  /// that a mailbox file escaped (`>From `).
  static func isMarked(_ content: ArraySlice<UInt8>) -> Bool {
    guard let rest = afterMark(content) else { return false }
    guard rest.first != UInt8(ascii: "="), !rest.elementsEqual(":".utf8) else { return false }
    return !rest.starts(with: "From ".utf8)
  }

  private static func afterMark(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if content.first == UInt8(ascii: ">") { return content.dropFirst() }
    let others: [StaticString] = ["&gt;", "\u{FF1E}"]
    return others.first { ByteScan.starts(content, with: $0) }.map {
      content.dropFirst($0.utf8CodeUnitCount)
    }
  }

  /// The mark that a line under an attribution opens with, where it is not `>`.
  ///
  /// A bar, a guillemet or the initials of the quoted person: `| `, `» `, `JD> `.
  static func unusualMark(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let bars: [StaticString] = ["|", "»", "›", ": "]
    if let bar = bars.first(where: { ByteScan.starts(content, with: $0) }) {
      return content.prefix(bar.utf8CodeUnitCount)
    }
    let initials = content.prefix(4).prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    let mark = content.prefix(initials.count + 1)
    return (1...3).contains(initials.count) && mark.last == UInt8(ascii: ">") ? mark : nil
  }
}
