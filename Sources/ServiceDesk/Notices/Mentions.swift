/// Who is spoken of in a note, as in `@Sara`.
struct Mentions {
  // A note is long, but nobody calls so many.
  private static let most = 50

  /// Each once, in the order of the text.
  let agents: [ID<Agent>]

  /// - Parameters:
  ///   - text: The note.
  ///   - people: Those who can be meant. Where names begin alike the longest one that fits is
  ///     meant, and where they are the same, all who have it.
  init(_ text: String, of people: [(id: ID<Agent>, name: String)]) {
    let names = people.map { (id: $0.id, name: $0.name.lowercased()) }
      .sorted { $0.name.count > $1.name.count }
    let text = text.lowercased()
    var found: [ID<Agent>] = []
    var rest = text[...]
    var before: Character?
    for _ in 0..<Self.most {
      guard let sign = rest.firstIndex(of: "@") else { break }
      if sign > rest.startIndex { before = rest[rest.index(before: sign)] }
      let behind = rest[rest.index(after: sign)...]
      // What stands behind a letter is an address.
      if before.map({ !$0.isLetter && !$0.isNumber }) ?? true,
        let name = names.first(where: { behind.begins(with: $0.name) })?.name
      {
        found += names.filter { $0.name == name }.map(\.id)
      }
      before = "@"
      rest = behind
    }
    var known: Set<ID<Agent>> = []
    agents = found.filter { known.insert($0).inserted }
  }
}

extension Substring {
  /// Whether the name stands at the beginning, as a whole.
  fileprivate func begins(with name: String) -> Bool {
    guard !name.isEmpty, hasPrefix(name) else { return false }
    return dropFirst(name.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}
