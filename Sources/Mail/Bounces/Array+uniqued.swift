extension [String] {
  /// Each address once, whatever its case, the first ones up to a limit.
  func uniqued(limit: Int) -> [String] {
    var seen: Set<String> = []
    return Array(filter { seen.insert($0.lowercased()).inserted }.prefix(limit))
  }
}
