import Foundation
import ServiceDesk
import Storage

/// Something that a browser keeps for us and nobody else may read or change, for a short time.
struct SealedText<Content: Codable & Sendable>: Codable, Sendable {
  let content: Content
  /// In milliseconds since 1970 UTC.
  private let until: Int64

  init(_ content: Content, until: Timestamp) {
    self.content = content
    self.until = until.milliseconds
  }

  /// For a cookie or a hidden field.
  func text(sealedBy box: SecretBox, of account: ID<Account>) throws -> String {
    guard case .blob(let bytes) = try box.seal(self, of: account).sqlValue else { return "" }
    return Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// - Returns: `nil` for what we have not sealed for this account, or too long ago.
  static func content(
    of text: String,
    openedBy box: SecretBox,
    of account: ID<Account>,
    at now: Timestamp
  ) -> Content? {
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: standard + padding),
      let sealed = SealedSecret(sqlValue: .blob(Array(data))),
      // That it cannot be opened is all that there is to know.
      let opened = try? box.open(sealed, as: Self.self, of: account),
      opened.until > now.milliseconds
    else { return nil }
    return opened.content
  }
}
