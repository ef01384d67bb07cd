import ServiceDesk
import Storage

/// How a text names a file of its own message to show it: `![name](attachment:id)`.
struct PictureMark {
  let file: ID<Attachment>

  private static let scheme = "attachment:"
  /// With what the address in a text begins.
  static let opening = "](\(scheme)"

  /// - Returns: `nil` for any other address.
  init?(address: String) {
    guard address.hasPrefix(Self.scheme),
      let file = ID<Attachment>(String(address.dropFirst(Self.scheme.count)))
    else { return nil }
    self.file = file
  }
}

extension Attachment {
  /// Whether browsers show it, and it holds no scripts.
  var isPicture: Bool { Self.pictureTypes.contains(type.text) }

  static let pictureTypes: Set<String> = [
    "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif",
  ]
}
