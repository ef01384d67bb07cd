/// What came of a command that the server accepted.
struct IMAPAnswer {
  /// The server's OK.
  var status: IMAPStatus

  /// What it told meanwhile.
  var data: [IMAPData] = []

  /// Untagged status lines, as `* OK [UIDNEXT 5] …`.
  var news: [IMAPStatus] = []
}

extension IMAPAnswer {
  /// The first argument of the last response code with that name.
  func argument<Number: FixedWidthInteger>(of code: String, as _: Number.Type) -> Number? {
    (news + [status]).last { $0.code == code }?.arguments.first.flatMap { Number($0) }
  }

  /// What the server told of messages, as their items by name in upper case.
  var messages: [[String: IMAPValue]] {
    data.filter { $0.name == "FETCH" }.compactMap { fetched in
      guard let items = fetched.values.first?.list, items.count.isMultiple(of: 2) else {
        return nil
      }
      let pairs = stride(from: 0, to: items.count, by: 2).compactMap { index in
        items[index].text.map { ($0.uppercased(), items[index + 1]) }
      }
      return Dictionary(pairs) { _, last in last }
    }
  }
}
