/// A part of a mail that is a file rather than text to read.
package struct MailAttachment: Sendable, Hashable {
  /// Decoded (RFC 2231, RFC 2047), without a path; `nil` where the mail gives none.
  package var name: String?
  /// Media type in lower case, without parameters: `image/png`.
  package var type: String
  /// Decoded.
  package var bytes: [UInt8]
  /// Of ``bytes``, in lower-case hexadecimal digits.
  package var sha256: String
  /// Whether the mail wants it shown within its text (RFC 2183, 2.1) or refers to it from there.
  package var isInline: Bool
  /// Without angle brackets: what `cid:` addresses in HTML name (RFC 2392).
  package var contentID: String?
}
