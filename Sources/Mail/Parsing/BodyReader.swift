import Crypto

/// Sorts the parts of a mail into text to read, files and reports.
struct BodyReader {
  private(set) var texts: [String] = []
  private(set) var pages: [String] = []
  private(set) var attachments: [MailAttachment] = []
  private(set) var report = MailReport()

  private let bytes: [UInt8]

  init(_ bytes: [UInt8], _ leaves: [MimeLeaf]) {
    self.bytes = bytes
    for leaf in leaves { read(leaf) }
    markReferences()
  }

  private mutating func read(_ leaf: MimeLeaf) {
    let content = leaf.encoding.decode(Array(bytes[Self.withoutDelimiter(leaf.content, bytes)]))
    if ReportReader.add(content, of: leaf.type, to: &report) {
      if leaf.type.hasSuffix("headers") || leaf.type == "message/rfc822" { attach(content, leaf) }
      return
    }
    guard isText(leaf) else { return attach(content, leaf) }
    let text = PartText.read(content, leaf)
    if leaf.type == "text/html" {
      pages.append(text)
    } else if leaf.type.isEnriched, leaf.container == .alternative, !texts.isEmpty {
      // The same again, in another form.
    } else {
      texts.append(leaf.type.isEnriched ? EnrichedText.plain(text) : text)
    }
  }

  /// The line end before a delimiter is the delimiter's (RFC 2046, 5.1.1); GMime can leave its CR.
  private static func withoutDelimiter(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let end = range.upperBound
    guard !range.isEmpty, end < bytes.count, bytes[end - 1] == .carriageReturn,
      bytes[end] == .lineFeed
    else { return range }
    return range.lowerBound..<(end - 1)
  }

  /// Whether a part is to be read rather than kept as a file.
  ///
  /// A named part can still be the mail's text if it is the first and nothing calls it a file.
  private func isText(_ leaf: MimeLeaf) -> Bool {
    guard leaf.type.isReadable, leaf.disposition != "attachment" else { return false }
    if leaf.type == "text/html" { return leaf.name == nil || pages.isEmpty && texts.isEmpty }
    return leaf.name == nil || texts.isEmpty && pages.isEmpty
  }

  private mutating func attach(_ content: [UInt8], _ leaf: MimeLeaf) {
    let digest = SHA256.hash(data: content)
    let isRelated = leaf.container == .related && leaf.contentID != nil
    attachments.append(
      MailAttachment(
        name: leaf.name,
        type: leaf.type,
        bytes: content,
        sha256: digest.hexadecimal,
        isInline: leaf.disposition == "inline" || leaf.disposition == nil && isRelated,
        contentID: leaf.contentID
      )
    )
  }

  /// Pictures that the HTML shows are inline, whatever the sender calls them.
  private mutating func markReferences() {
    guard attachments.contains(where: { $0.contentID != nil && !$0.isInline }) else { return }
    let shown = pages.reduce(into: Set()) { $0.formUnion(ContentReferences.ids(in: $1)) }
    for index in attachments.indices where !attachments[index].isInline {
      attachments[index].isInline = attachments[index].contentID.map(shown.contains) ?? false
    }
  }
}

extension String {
  fileprivate var isEnriched: Bool { self == "text/enriched" || self == "text/richtext" }

  fileprivate var isReadable: Bool {
    self == "text/plain" || self == "text/html" || isEnriched || self == "text"
      || self == "message/delivery-status"
  }
}

extension SHA256.Digest {
  fileprivate var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
