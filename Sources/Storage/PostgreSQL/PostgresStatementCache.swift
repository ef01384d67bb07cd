/// Which statements a session has prepared, and under which names.
struct PostgresStatementCache {
  struct Key: Hashable {
    let text: String
    let types: [SQLType]
  }

  /// How many statements a session keeps; each costs the server some memory.
  static let limit = 500

  private var names: [Key: String] = [:]
  private var last = 0

  var isEmpty: Bool { names.isEmpty }
  var isFull: Bool { names.count >= Self.limit }

  func name(of key: Key) -> String? { names[key] }

  /// A name that the session has not used yet.
  mutating func newName() -> String {
    last += 1
    return "s\(last)"
  }

  mutating func remember(_ key: Key, as name: String) { names[key] = name }

  mutating func forgetAll() { names.removeAll(keepingCapacity: true) }
}
