package import Storage

/// Where a page comes from, as browsers write it (RFC 6454, 6.2): scheme, host and port.
package struct Origin: Sendable, Hashable {
  package let text: String

  /// Takes an address without path, in any case, with or without the scheme's usual port.
  ///
  /// - Throws: ``InboxFailure/malformedOrigin``.
  package init(_ text: String) throws(InboxFailure) {
    var text = text.trimmed.lowercased()
    if text.hasSuffix("/") { text.removeLast() }
    let form =
      #/(https?):\/\/([a-z0-9](?:[a-z0-9.\-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?/#
    guard text.utf8.count <= 255, let found = text.wholeMatch(of: form)?.output else {
      throw .malformedOrigin
    }
    let usual: UInt16 = found.1 == "https" ? 443 : 80
    guard let port = found.3.map({ UInt16($0) }) ?? usual else { throw .malformedOrigin }
    // Hosts in other scripts reach servers as Punycode, so ASCII is all there is.
    self.text = "\(found.1)://\(found.2)\(port == usual ? "" : ":\(port)")"
  }

  fileprivate init(stored text: String) { self.text = text }
}

/// The pages that may use an inbox: up to 50; any page where there are none.
package struct OriginList: Sendable, Hashable, SQLConvertible {
  package static let most = 50

  package let origins: [Origin]

  package init() { origins = [] }

  /// Keeps the order and drops repeats.
  ///
  /// - Throws: ``InboxFailure/tooManyOrigins``.
  package init(_ origins: [Origin]) throws(InboxFailure) {
    var known: Set<Origin> = []
    self.origins = origins.filter { known.insert($0).inserted }
    guard self.origins.count <= Self.most else { throw .tooManyOrigins }
  }

  /// Whether a page may use the inbox; `origin` is what its browser says.
  ///
  /// A request without it is not from a page, and passes.
  package func allows(_ origin: String?) -> Bool {
    guard let origin, !origins.isEmpty else { return true }
    return origins.contains { $0.text == origin }
  }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(origins.map(\.text).joined(separator: " ")) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    origins = text.split(separator: " ").map { Origin(stored: String($0)) }
  }
}
