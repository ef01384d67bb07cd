import CMarkdown
import ServiceDesk
import Storage

/// What agents write, as GitHub's Markdown: read by cmark-gfm, written here, so that nothing
/// comes out but the few elements below.
///
/// Markup is shown as it was typed, pictures from elsewhere as links to them. A line end stays a
/// line end, as in a chat.
enum Markdown {
  // Some texts take cmark time by the square of their length; longer ones are plain.
  private static let mostScalars = 20_000

  // The library registers its extensions once, and not safely from several threads.
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// The text as safe markup; never empty where the text is not.
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - pictures: Where a message's own pictures are to be had, by the ids by which
  ///     `![name](attachment:id)` shows them. Where one is not, its name stands instead.
  /// - Returns: paragraphs, lists and so on.
  static func html(_ text: String, pictures: [ID<Attachment>: String] = [:]) -> HTML {
    let html = written(text, pictures: pictures)?.html
    // A text of definitions alone shows nothing.
    return html.flatMap { $0.markup.isEmpty ? nil : $0 } ?? .paragraphs(text)
  }

  /// Those of a message's files that its text shows as pictures.
  static func pictures(in text: String, of files: [Attachment]) -> [Attachment] {
    let shown = pictures(in: text, among: files.filter(\.isPicture).map(\.id))
    return files.filter { shown.contains($0.id) }
  }

  /// The same, by ids.
  static func pictures(
    in text: String,
    among pictures: [ID<Attachment>]
  ) -> Set<ID<Attachment>> {
    // Most texts show none.
    guard text.contains(PictureMark.opening) else { return [] }
    let places = Dictionary(pictures.map { ($0, "") }) { first, _ in first }
    return written(text, pictures: places)?.shown ?? []
  }

  /// - Returns: `nil` for a text that is not read as Markdown.
  private static func written(
    _ text: String,
    pictures: [ID<Attachment>: String]
  ) -> (html: HTML, shown: Set<ID<Attachment>>)? {
    guard isReady, text.unicodeScalars.count <= mostScalars, let document = parse(text) else {
      return nil
    }
    defer { cmark_node_free(document) }
    var writer = MarkdownWriter(pictures: pictures)
    let html = writer.write(document)
    return (html, writer.shown)
  }

  /// The caller frees it.
  private static func parse(_ text: String) -> OpaquePointer? {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["autolink", "strikethrough"] {
      guard let syntax = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, syntax)
    }
    cmark_parser_feed(parser, text, text.utf8.count)
    return cmark_parser_finish(parser)
  }
}
