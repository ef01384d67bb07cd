extension Duration {
  /// In milliseconds, at least one: libcurl and `poll` take none for "without end" or "at once".
  var wholeMilliseconds: Int {
    let limit = Duration.seconds(86_400)
    let (seconds, attoseconds) = min(self, limit).components
    return max(1, Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
