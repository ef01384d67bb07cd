/// What was worked out of the lines read last, as several rules look at the same few lines.
final class RecentLines<Value> {
  private var entries: [(line: Int, value: Value)?] = Array(repeating: nil, count: 32)

  /// What is known of a line, worked out where it is not at hand.
  func value(of line: Int, read: () -> Value) -> Value {
    let place = line % entries.count
    if let entry = entries[place], entry.line == line { return entry.value }
    let value = read()
    entries[place] = (line, value)
    return value
  }
}
