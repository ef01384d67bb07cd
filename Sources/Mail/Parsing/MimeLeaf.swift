/// A part that holds content instead of parts (RFC 2045, 5).
struct MimeLeaf {
  /// What the part stands in.
  enum Container { case none, alternative, related, report, other }

  /// In lower case: `text/plain`.
  var type: String
  var charset: String?
  /// Whether lines end with a space where a paragraph goes on, and whether that space counts.
  var isFlowed = false
  var deletesSpace = false
  /// Decoded file name.
  var name: String?
  /// In lower case.
  var disposition: String?
  var contentID: String?
  var encoding = TransferEncoding.identity
  var container = Container.none
  /// Where the content lies in the mail.
  var content: Range<Int>
}
