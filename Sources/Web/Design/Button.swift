/// A button that sends its form, or a link that looks like one.
package struct Button: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The one thing to do here.
    case primary
    case plain
    /// Without a frame, for rows of tools.
    case quiet
    case danger
  }

  package let text: String
  package let kind: Kind
  package let icon: Icon?
  /// Where it leads; it sends its form without.
  package let address: String?
  /// Whether only the icon is seen; the text is its name then.
  package let isCompact: Bool

  package init(
    _ text: String,
    kind: Kind = .plain,
    icon: Icon? = nil,
    address: String? = nil,
    isCompact: Bool = false
  ) {
    self.text = text
    self.kind = kind
    self.icon = icon
    self.address = address
    self.isCompact = isCompact
  }

  package var html: HTML {
    let style: HTML = "class=\"button \(kind.rawValue)\(isCompact ? " compact" : "")\""
    let name: HTML =
      isCompact ? "<span class=\"unseen\">\(text)</span>" : "<span>\(text)</span>"
    let title: HTML = .when(isCompact, " title=\"\(text)\"")
    if let address {
      return "<a \(style)\(title) href=\"\(address)\">\(icon?.html)\(name)</a>"
    }
    return "<button \(style)\(title)>\(icon?.html)\(name)</button>"
  }
}
