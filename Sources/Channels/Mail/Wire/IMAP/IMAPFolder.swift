/// A folder of a mailbox, as its server lists it.
package struct IMAPFolder: Sendable, Hashable {
  /// What a folder is for (RFC 6154, section 2).
  package enum Use: String, Sendable, CaseIterable {
    case all = "\\All"
    case archive = "\\Archive"
    case drafts = "\\Drafts"
    case flagged = "\\Flagged"
    case junk = "\\Junk"
    case sent = "\\Sent"
    case trash = "\\Trash"
  }

  /// The whole path, with the server's separators, as people read it.
  package var name: String

  /// What parts the levels of the path; `nil` where there are none.
  package var separator: String?

  package var use: Use?

  /// Whether it can hold messages; others only hold folders.
  package var isSelectable: Bool
}

extension IMAPFolder {
  /// Reads `LIST (attributes) separator name`.
  init?(_ data: IMAPData) {
    guard data.name == "LIST", data.values.count >= 3, let attributes = data.values[0].list,
      let name = data.values[2].text
    else { return nil }
    let names = Set(attributes.compactMap { $0.text?.lowercased() })
    self.init(
      name: ModifiedUTF7.decode(name),
      separator: data.values[1].text,
      use: Use.allCases.first { names.contains($0.rawValue.lowercased()) },
      isSelectable: names.isDisjoint(with: ["\\noselect", "\\nonexistent"])
    )
  }
}
