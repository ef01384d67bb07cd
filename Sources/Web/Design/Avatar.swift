/// A person's picture, or the first letters of the name on one of eight quiet colours.
package struct Avatar: Sendable {
  package enum Size: String, Sendable, CaseIterable { case small, medium, large }

  package let name: String
  /// Where the picture is; letters without one.
  package let picture: String?
  package let size: Size

  package init(name: String, picture: String? = nil, size: Size = .medium) {
    self.name = name
    self.picture = picture
    self.size = size
  }

  /// Hidden from screen readers: the name stands beside it.
  package var html: HTML {
    let content: HTML =
      if let picture { "<img src=\"\(picture)\" alt=\"\" loading=\"lazy\">" } else { "\(letters)" }
    return """
      <span class="avatar \(size.rawValue) hue-\(hue)" aria-hidden="true">\(content)</span>
      """
  }

  /// Of the first and the last word, for at most two.
  private var letters: String {
    let words = name.split(whereSeparator: \.isWhitespace)
    let ends = words.count > 1 ? [words.first, words.last] : [words.first]
    return ends.compactMap { $0?.first { $0.isLetter || $0.isNumber } }
      .map { $0.uppercased() }
      .joined(separator: "\u{200C}")
  }

  /// The same for a name on every node and after every start, as `hashValue` is not.
  private var hue: Int {
    Int(name.unicodeScalars.reduce(UInt32(7)) { $0 &* 31 &+ $1.value } % 8)
  }
}
