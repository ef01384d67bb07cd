extension String {
  /// The first word, as of a person's full name; `nil` without any.
  package var firstWord: String? {
    split(whereSeparator: \.isWhitespace).first.map(String.init)
  }
}
