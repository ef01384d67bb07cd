import ServiceDesk

/// A picture that somebody has sent, known by its first bytes and not by what its sender calls it.
struct PictureFile: Sendable {
  static let mostBytes = 5 * 1_024 * 1_024

  let bytes: [UInt8]
  let name: Attachment.FileName
  let type: Attachment.MediaType

  /// - Throws: ``ProfileFailure/notAPicture``, ``AttachmentFailure/tooLarge``.
  init(_ bytes: [UInt8]) throws {
    guard bytes.count <= Self.mostBytes else { throw AttachmentFailure.tooLarge }
    guard let kind = Self.kind(of: bytes) else { throw ProfileFailure.notAPicture }
    self.bytes = bytes
    name = try Attachment.FileName("picture.\(kind)")
    type = try Attachment.MediaType("image/\(kind)")
  }

  /// By the signatures that the formats begin with (WHATWG MIME Sniffing, 6.1).
  private static func kind(of bytes: [UInt8]) -> String? {
    func begins(_ signature: [UInt8], at place: Int = 0) -> Bool {
      bytes.dropFirst(place).prefix(signature.count).elementsEqual(signature)
    }
    if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "png" }
    if begins([0xFF, 0xD8, 0xFF]) { return "jpeg" }
    if begins(Array("GIF87a".utf8)) || begins(Array("GIF89a".utf8)) { return "gif" }
    if begins(Array("RIFF".utf8)), begins(Array("WEBPVP".utf8), at: 8) { return "webp" }
    return nil
  }
}
