package import Foundation

/// What a server says of a message without handing it over.
package struct IMAPHead: Sendable, Hashable {
  /// In bytes, as the server sees it; `nil` if it does not say.
  package var size: Int?

  /// When the server received it, if it says so in a form that can be read.
  package var receivedAt: Date?
}

extension IMAPHead {
  init(_ items: [String: IMAPValue]) {
    self.init(
      size: items["RFC822.SIZE"]?.number(Int.self),
      receivedAt: items["INTERNALDATE"]?.text.flatMap(IMAPDate.date)
    )
  }
}
