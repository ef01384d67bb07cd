extension String {
  /// The text without blank lines at its start and without white space at its end.
  ///
  /// The first worded line keeps its indentation, which may be that of a list or of code.
  var withoutBlankEdges: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    let start = self[..<first].lastIndex(where: \.isNewline).map(index(after:)) ?? startIndex
    return String(self[start...last])
  }
}
