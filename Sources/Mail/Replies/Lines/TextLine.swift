/// Where one line lies in a text's bytes, with what is known of it without reading its words.
struct TextLine: Sendable {
  /// The line's bytes with its line end; these ranges cover the text without gaps.
  let range: Range<Int>
  /// The bytes between the white space at both ends, which leaves out the line end.
  let content: Range<Int>
  /// Runs of bytes between spaces and tabs within the content.
  let chunkCount: Int
  /// Whether there is a digit, or a byte that begins the digits of Arabic and Indic scripts.
  let hasDigit: Bool
  let hasAt: Bool
  /// Whether there is a colon, or the byte that begins the full-width one.
  let hasColon: Bool
  let isASCII: Bool

  var isBlank: Bool { content.isEmpty }
}
