import CGMime
import Glibc
import Synchronization

/// The system's charset converter, into UTF-8.
enum Iconv {
  /// Answers of the system, by name; senders make up names, so it is bounded.
  private static let known = Mutex<[String: Bool]>([:])
  private static let knownLimit = 1_000

  static func knows(_ name: String) -> Bool {
    if let known = known.withLock({ $0[name] }) { return known }
    let converter = IconvPool.take(name)
    let isKnown = converter != nil
    if let converter { IconvPool.giveBack(converter, name) }
    known.withLock { known in
      if known.count < knownLimit { known[name] = isKnown }
    }
    return isKnown
  }

  /// What is no character becomes U+FFFD.
  ///
  /// - Returns: `nil` if hardly anything is a character, or the charset is unknown.
  static func decode(_ bytes: [UInt8], from charset: String) -> String? {
    convert(bytes, from: charset, failureLimit: bytes.count / 8 + 2)
  }

  /// - Returns: `nil` unless every byte belongs to a character.
  static func decodeStrictly(_ bytes: [UInt8], from charset: String) -> String? {
    convert(bytes, from: charset, failureLimit: 0)
  }

  private static func convert(
    _ bytes: [UInt8],
    from charset: String,
    failureLimit: Int
  ) -> String? {
    guard let converter = IconvPool.take(charset) else { return nil }
    defer { IconvPool.giveBack(converter, charset) }
    var conversion = Conversion(converter: converter.handle, failureLimit: failureLimit)
    // iconv only reads its input, whatever its type says.
    return bytes.withUnsafeBytes { raw in
      conversion.run(UnsafeMutableRawBufferPointer(mutating: raw))
    }
  }

  /// One text on its way through a converter.
  private struct Conversion {
    let converter: iconv_t
    let failureLimit: Int
    private var output: [UInt8] = []
    private var failures = 0
    private var buffer = [CChar](repeating: 0, count: 4_096)

    init(converter: iconv_t, failureLimit: Int) {
      self.converter = converter
      self.failureLimit = failureLimit
    }

    mutating func run(_ input: UnsafeMutableRawBufferPointer) -> String? {
      var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      while left > 0 {
        let isWhole = step(&from, &left)
        guard !isWhole else { continue }
        failures += 1
        if failures > failureLimit { return nil }
        output += [0xef, 0xbf, 0xbd]
        from = from?.advanced(by: 1)
        left -= 1
      }
      return String(decoding: output, as: UTF8.self)
    }

    /// Converts a buffer full.
    ///
    /// - Returns: false if it ended before a byte that belongs to no character.
    private mutating func step(_ from: inout UnsafeMutablePointer<CChar>?, _ left: inout Int)
      -> Bool
    {
      let (result, reason, written) = buffer.withUnsafeMutableBufferPointer { buffer in
        var to = buffer.baseAddress
        var room = buffer.count
        let result = iconv(converter, &from, &left, &to, &room)
        return (result, errno, buffer.count - room)
      }
      output += buffer[..<written].lazy.map(UInt8.init(bitPattern:))
      return result >= 0 || reason == E2BIG
    }
  }
}
