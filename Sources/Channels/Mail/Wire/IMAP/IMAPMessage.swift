package import Foundation

/// A message as it lies on the server.
package struct IMAPMessage: Sendable, Hashable {
  package var uid: UInt32

  /// System flags with their backslash, as `\Seen`, and keywords.
  package var flags: [String]

  /// When the server received it, if it says so in a form that can be read.
  package var receivedAt: Date?

  /// The message itself, byte for byte; empty where the server gave nothing of it.
  package var raw: [UInt8]
}

extension IMAPMessage {
  /// Takes the items of one message; `nil` unless its UID is among them.
  init?(_ items: [String: IMAPValue]) {
    guard let uid = items["UID"]?.number(UInt32.self) else { return nil }
    self.init(
      uid: uid,
      flags: (items["FLAGS"]?.list ?? []).compactMap(\.text),
      receivedAt: items["INTERNALDATE"]?.text.flatMap(IMAPDate.date),
      raw: items["BODY[]"]?.bytes ?? []
    )
  }
}
