import Foundation

/// An address of the Internet Protocol, version 4 or 6.
///
/// IPv4 addresses are held as IPv6 writes them (`::ffff:192.0.2.7`, RFC 4291, section 2.5.5.2), so
/// that a connection is recognised whichever way the system reports it.
struct IPAddress: Sendable, Equatable {
  /// All 128 bits, the first one highest.
  let bits: UInt128

  /// How many bits stand before those that an IPv4 address is written with.
  static let bitsBeforeIPv4 = 96

  /// Reads the usual notations; `nil` for anything else, names included.
  init?(_ text: String) {
    if let bytes = Self.bytes(of: text, family: AF_INET, count: 4) {
      bits = Self.number([0xff, 0xff] + bytes)
    } else if let bytes = Self.bytes(of: text, family: AF_INET6, count: 16) {
      bits = Self.number(bytes)
    } else {
      return nil
    }
  }

  private static func bytes(of text: String, family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  private static func number(_ bytes: [UInt8]) -> UInt128 {
    bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }
}
