/// One response of an IMAP server: its text, and its literals apart.
struct IMAPFrame: Hashable {
  /// The response without its last line end; for each literal `{n}` stands in its place.
  var text: [UInt8]

  /// One that was too big is empty here.
  var literals: [[UInt8]]

  /// The size of a literal that was too big to keep.
  var oversize: Int?
}
