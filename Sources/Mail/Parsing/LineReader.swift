/// Goes through bytes line by line; a line ends with CR LF, LF or a bare CR.
struct LineReader {
  /// Where the next line starts.
  private(set) var position: Int

  init(_ bytes: borrowing [UInt8], from position: Int = 0) {
    self.position = min(position, bytes.count)
  }

  /// The next line without its end; `nil` behind the last.
  mutating func next(_ bytes: borrowing [UInt8]) -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
    position = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == .carriageReturn {
      // Some systems write CR CR LF.
      var after = end + 1
      if after + 1 < bytes.count, bytes[after] == .carriageReturn, bytes[after + 1] == .lineFeed {
        after += 1
      }
      if bytes[after] == .lineFeed { position = after + 1 }
    }
    return start..<end
  }

  /// The next line, which stays the next.
  func peek(_ bytes: borrowing [UInt8]) -> Range<Int>? {
    var copy = self
    return copy.next(bytes)
  }
}
