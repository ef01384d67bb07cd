/// A server that holds or passes on mail, and how it is spoken to.
package struct MailHost: Sendable, Hashable {
  /// How the line is kept from others.
  package enum Security: String, Sendable, CaseIterable {
    /// TLS from the first byte on.
    case tls
    /// Plain at first, then TLS or nothing.
    case startTLS = "starttls"
    /// Plain: for a server on the same machine alone.
    case none
  }

  package var name: String
  package var port: Int
  package var security: Security

  package init(name: String, port: Int, security: Security) {
    self.name = name
    self.port = port
    self.security = security
  }
}

extension MailHost {
  /// Whether name and port can stand in an address without changing its meaning.
  var isUsable: Bool {
    !name.isEmpty && name.utf8.count <= 255 && (1...65_535).contains(port)
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || ".-:_".contains(Character(scalar))
      }
  }

  /// Whether the server is on this machine, so that nobody can listen in.
  var isLocal: Bool {
    ["localhost", "::1"].contains(name.lowercased())
      || name.hasPrefix("127.") && name.allSatisfy { $0 == "." || ("0"..."9").contains($0) }
  }
}
