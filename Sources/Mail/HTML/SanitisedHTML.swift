/// HTML from outside, rebuilt from what is known to be harmless.
///
/// It runs nothing and loads nothing by itself: remote pictures have their address in
/// `data-remote` and pictures of the mail their content id in `data-cid`, until
/// ``showing(images:inline:)`` gives them a source. It stands inside `body`, and sanitised again it
/// is the same.
package struct SanitisedHTML: Sendable, Hashable {
  /// At most ten times as long as its source and 64 KiB.
  package let html: String
  /// Pictures that would be loaded from elsewhere.
  package let remoteImages: Int
  /// Whether the end of the source is missing.
  package let isCut: Bool

  /// Takes what it can from the tree, and folds away the parts that are named.
  ///
  /// A fold inside another is left out where both begin at one place.
  package init(_ tree: HTMLTree, folds: [HTMLFold] = []) {
    var sanitiser = Sanitiser(tree, folds: folds)
    sanitiser.run()
    html = sanitiser.writer.html
    remoteImages = sanitiser.remoteImages
    isCut = tree.isCut || sanitiser.writer.isFull
  }

  /// The HTML with sources for its pictures.
  ///
  /// - Parameters:
  ///   - images: the address, on our side, of the remote picture with the address; `nil` to
  ///     leave it blocked.
  ///   - inline: the address of the mail's part with the content id, without angle brackets.
  /// - Returns: HTML for ``MailFrame/document(_:)``.
  package func showing(
    images: (String) -> String?,
    inline: (String) -> String?
  ) -> String {
    let source = Array(html.utf8)
    var shown: [UInt8] = []
    var start = 0
    while let space = source[start...].firstIndex(of: UInt8(ascii: " ")) {
      shown += source[start..<space]
      start = space
      if let value = Self.value(of: Self.remote, in: source[space...]) {
        Self.write(images(Self.unescaped(value)), to: &shown)
      } else if let value = Self.value(of: Self.inline, in: source[space...]) {
        Self.write(inline(Self.unescaped(value)), to: &shown)
      }
      shown.append(source[start])
      start += 1
    }
    return String(decoding: shown + source[start...], as: UTF8.self)
  }

  /// No text has these: quotes are escaped there.
  private static let remote = Array(" data-remote=\"".utf8)
  private static let inline = Array(" data-cid=\"".utf8)

  private static func value(of name: [UInt8], in html: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard html.starts(with: name) else { return nil }
    return html.dropFirst(name.count).prefix { $0 != UInt8(ascii: "\"") }
  }

  private static func write(_ address: String?, to html: inout [UInt8]) {
    guard let address else { return }
    var writer = HTMLWriter(limit: .max)
    writer.attribute("src", address)
    html += writer.bytes
  }

  private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
    guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
    var text: [UInt8] = []
    var rest = value
    while let first = rest.first {
      let entity = entities.first { rest.starts(with: $0.0) }
      text.append(entity?.1 ?? first)
      rest = rest.dropFirst(entity?.0.count ?? 1)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let entities: [([UInt8], UInt8)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"),
  ].map { (Array($0.utf8), Array($1.utf8)[0]) }
}
