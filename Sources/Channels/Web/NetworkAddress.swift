import Foundation

/// An address of the internet protocol, of either version.
struct NetworkAddress: Hashable {
  /// Four or sixteen.
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads a socket's address; `nil` for other families.
  init?(_ socketAddress: UnsafeRawBufferPointer) {
    guard socketAddress.count >= MemoryLayout<sa_family_t>.size else { return nil }
    let family = Int32(socketAddress.loadUnaligned(as: sa_family_t.self))
    switch family {
    case AF_INET where socketAddress.count >= MemoryLayout<sockaddr_in>.size:
      // After family and port.
      bytes = Array(socketAddress[4..<8])
    case AF_INET6 where socketAddress.count >= MemoryLayout<sockaddr_in6>.size:
      // After family, port and flow.
      bytes = Array(socketAddress[8..<24])
    default: return nil
    }
  }
}

extension NetworkAddress {
  /// Addresses of version 4 that are not globally reachable, or not those of one machine:
  /// <https://www.iana.org/assignments/iana-ipv4-special-registry>, as first bytes and their bits.
  private static let special4: [(bytes: [UInt8], bits: Int)] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12),
    ([192, 0, 0], 24), ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15),
    ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 3),
  ]

  /// The same within version 6's global unicast:
  /// <https://www.iana.org/assignments/iana-ipv6-special-registry>.
  private static let special6: [(bytes: [UInt8], bits: Int)] = [
    ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x02], 16),
    ([0x3F, 0xFF, 0x00], 20),
  ]

  /// Prefixes of version 6 that are followed by an address of version 4: mapped (RFC 4291) and
  /// translated (RFC 6052).
  private static let embedding: [[UInt8]] = [
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
    [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0],
  ]

  /// Whether anybody on the internet could reach it.
  var isPublic: Bool {
    if bytes.count == 4 { return !Self.special4.contains { begins(with: $0.bytes, bits: $0.bits) } }
    guard bytes.count == 16 else { return false }
    if Self.embedding.contains(where: { bytes.starts(with: $0) }) {
      return NetworkAddress(bytes: Array(bytes.suffix(4))).isPublic
    }
    return begins(with: [0x20], bits: 3)
      && !Self.special6.contains { begins(with: $0.bytes, bits: $0.bits) }
  }

  private func begins(with prefix: [UInt8], bits: Int) -> Bool {
    zip(bytes, prefix).enumerated().allSatisfy { index, pair in
      let left = bits - index * 8
      let mask = left >= 8 ? UInt8(0xFF) : left <= 0 ? 0 : ~(0xFF >> UInt8(left))
      return (pair.0 ^ pair.1) & mask == 0
    }
  }
}
