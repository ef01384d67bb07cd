import Mail

/// A mail as it came, made into a document for a frame of its own.
struct OriginalMail: Sendable {
  /// Pictures that would be loaded from elsewhere.
  let remoteImages: Int
  /// A whole document, to be served with ``MailFrame/contentSecurityPolicy``.
  let document: String

  /// What the mail shows is made harmless; earlier messages and the signature are folded away.
  ///
  /// What is no mail is shown as the text it is.
  ///
  /// - Parameters:
  ///   - raw: The mail's bytes.
  ///   - language: The reader's.
  ///   - images: The address, on our side, of the picture at an address elsewhere; `nil` to leave
  ///     it blocked.
  ///   - inline: The address of the mail's own part with a content id.
  init(
    _ raw: [UInt8],
    language: Language,
    images: (String) -> String?,
    inline: (String) -> String?
  ) {
    let folds = Folds(language.mailPane.original)
    let parsed = try? ParsedMail(parsing: raw)
    if let html = parsed?.html {
      let tree = HTMLTree(html)
      let harmless = SanitisedHTML(tree, folds: folds.places(in: tree))
      remoteImages = harmless.remoteImages
      document = MailFrame.document(harmless.showing(images: images, inline: inline))
    } else {
      // What cannot be parsed has no text of its own: its bytes are shown.
      let text = parsed.map { $0.text ?? "" } ?? String(decoding: raw, as: UTF8.self)
      remoteImages = 0
      document = MailFrame.document(folds.html(of: text))
    }
  }
}

/// What the reader sees of the parts that are folded away.
private struct Folds {
  private let quoted: String
  private let signature: String

  init(_ texts: MailPaneTexts.Original) {
    quoted = texts.quoted
    signature = texts.signature
  }

  func places(in tree: HTMLTree) -> [HTMLFold] {
    HTMLReply(of: tree).folds.map { HTMLFold(nodes: $0.nodes, summary: summary(of: $0.kind)) }
  }

  func html(of text: String) -> String {
    VisibleReply(of: text).sections.map { section in
      let html = PlainText.html(section.text)
      guard section.kind != .reply else { return html }
      return "<details class=\"fold\"><summary>\(summary(of: section.kind))</summary>\(html)"
        + "</details>"
    }.joined(separator: "\n")
  }

  /// Our own words, without anything to escape.
  private func summary(of kind: VisibleReply.Kind) -> String {
    kind == .signature ? signature : quoted
  }
}
