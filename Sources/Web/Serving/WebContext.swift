package import Hummingbird
import Logging
package import NIOCore

/// What is known of a request while it is answered.
package struct WebContext: RequestContext, RemoteAddressRequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other end of the connection; a proxy, where one stands in front.
  package let remoteAddress: SocketAddress?
  /// In which the visitor is spoken to.
  package var language = Language.english
  /// The visitor's own address and whether the visitor's connection is encrypted.
  package var origin = ClientOrigin(address: nil, isEncrypted: false)

  package init(source: Source) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }
}

/// Where a request comes from, seen past the proxies that are trusted.
package struct ClientOrigin: Sendable, Equatable {
  /// As text; `nil` where there is none, as in tests without a socket.
  package let address: String?
  package let isEncrypted: Bool

  package init(address: String?, isEncrypted: Bool) {
    self.address = address
    self.isEncrypted = isEncrypted
  }
}
