/// Finds addresses of pages, whose numbers are neither dates nor orders.
enum LinkFinder {
  /// Runs without spaces that hold `://`, begin with `www.`, or are a host and a path.
  static func find(in scalars: PlainScalars) -> [Range<Int>] {
    var links: [Range<Int>] = []
    var start = 0
    for end in 0...scalars.values.count where end == scalars.values.count || scalars.isSpace(end) {
      if end > start, isLink(start..<end, scalars) { links.append(start..<end) }
      start = end + 1
    }
    return links
  }

  private static func isLink(_ word: Range<Int>, _ scalars: PlainScalars) -> Bool {
    if scalars.matches("www.", at: word.lowerBound) { return true }
    var hasHost = false
    for index in word {
      if scalars.matches("://", at: index) { return true }
      if scalars.isOne(index, of: ".") {
        hasHost =
          scalars.isLetter(index - 1) && scalars.isLetter(index + 1)
          && scalars.isLetter(index + 2)
      }
      if hasHost, scalars.isOne(index, of: "/") { return true }
    }
    return false
  }
}
