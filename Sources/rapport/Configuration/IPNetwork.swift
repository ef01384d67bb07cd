/// All addresses that begin with the same bits.
struct IPNetwork: Sendable, Equatable {
  private let prefix: UInt128
  private let mask: UInt128

  /// Reads an address with the number of its leading bits (`10.0.0.0/8`), or an address alone,
  /// which is a network of one.
  ///
  /// Bits after the prefix are ignored: `10.1.2.3/8` is `10.0.0.0/8`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let address = IPAddress(String(first)) else { return nil }

    let isIPv4 = !first.contains(":")
    let bitsBefore = isIPv4 ? IPAddress.bitsBeforeIPv4 : 0
    var length = UInt128.bitWidth
    if parts.count == 2 {
      guard
        parts[1].allSatisfy({ $0.isASCII && $0.isNumber }),
        let given = Int(parts[1]), given <= UInt128.bitWidth - bitsBefore
      else { return nil }
      length = bitsBefore + given
    }
    mask = UInt128.max << (UInt128.bitWidth - length)
    prefix = address.bits & mask
  }

  /// Whether the address lies in this network.
  func contains(_ address: IPAddress) -> Bool { address.bits & mask == prefix }
}
