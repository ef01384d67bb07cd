import ServiceDesk
import Storage

/// How a text names a file of its own message to show it: `![name](attachment:id)`.
struct PictureMark {
  let file: ID<Attachment>

  /// - Returns: `nil` for any other address.
  init?(address: String) {
    guard address.hasPrefix(Self.scheme),
      let file = ID<Attachment>(String(address.dropFirst(Self.scheme.count)))
    else { return nil }
    self.file = file
  }

  private static let scheme = "attachment:"

  /// Those of the files that the text shows as pictures.
  static func shown(in text: String, of files: [Attachment]) -> [Attachment] {
    guard text.contains("](\(scheme)") else { return [] }
    return files.filter { $0.isPicture && text.contains("](\(scheme)\($0.id))") }
  }
}

extension Attachment {
  /// Whether browsers show it, and it holds no scripts.
  var isPicture: Bool { Self.pictureTypes.contains(type.text) }

  static let pictureTypes: Set<String> = [
    "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif",
  ]
}
