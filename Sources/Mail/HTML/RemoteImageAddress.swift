/// The address of a picture elsewhere that a proxy may be asked for.
package struct RemoteImageAddress: Sendable, Hashable {
  /// Absolute, of http or https, without user and password.
  package let value: String

  /// Refuses what cannot be a public picture: other schemes, credentials, the names and literal
  /// addresses of the own machine and network.
  ///
  /// A name that resolves to such an address is for the proxy to refuse.
  package init?(_ address: String) {
    guard let address = SafeAddress.cleaned(address), let host = SafeAddress.host(address),
      SafeAddress.authority(address)?.contains("@") == false, Self.isPublic(host)
    else { return nil }
    value = address
  }

  private static func isPublic(_ host: String) -> Bool {
    let isPlain = host.utf8.allSatisfy { TextBytes.isName($0) || $0 == UInt8(ascii: ".") }
    guard isPlain, host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".") else {
      return false
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = labels.last, !privateNames.contains(String(last)) else { return false }
    // A last label of digits makes it an address, in one of its many spellings.
    guard last.utf8.first.map(TextBytes.isDigit) == true else { return true }
    return isPublicAddress(labels)
  }

  private static func isPublicAddress(_ labels: [Substring]) -> Bool {
    let parts = labels.compactMap { $0.utf8.allSatisfy(TextBytes.isDigit) ? UInt8($0) : nil }
    guard parts.count == 4, labels.count == 4, !labels.contains(where: isOctal) else {
      return false
    }
    switch (parts[0], parts[1]) {
    case (0, _), (10, _), (127, _), (224..., _): return false
    case (100, 64...127), (169, 254), (172, 16...31), (192, 168), (198, 18...19): return false
    default: return true
    }
  }

  private static func isOctal(_ label: Substring) -> Bool {
    label.count > 1 && label.hasPrefix("0")
  }

  private static let privateNames: Set<String> = [
    "home", "internal", "invalid", "lan", "local", "localdomain", "localhost", "onion", "test",
  ]
}
