import CGMime
import Synchronization

/// Open converters; opening one loads a library of the system's.
enum IconvPool {
  /// A converter into UTF-8.
  ///
  /// Sendable because the pool gives it to one caller at a time, who gives it back.
  struct Converter: @unchecked Sendable {
    let handle: iconv_t
  }

  private static let charsetLimit = 64
  private static let spareLimit = 4
  private static let spares = Mutex<[String: [Converter]]>([:])

  /// - Returns: `nil` if the system does not know the charset.
  static func take(_ charset: String) -> Converter? {
    if let spare = spares.withLock({ $0[charset]?.popLast() }) { return spare }
    guard let handle = iconv_open("UTF-8", charset), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    return Converter(handle: handle)
  }

  static func giveBack(_ converter: Converter, _ charset: String) {
    // Back to the first state: the text may have ended within an escape sequence.
    iconv(converter.handle, nil, nil, nil, nil)
    let isKept = spares.withLock { spares in
      let count = spares[charset]?.count ?? 0
      guard count < spareLimit, count > 0 || spares.count < charsetLimit else { return false }
      spares[charset, default: []].append(converter)
      return true
    }
    if !isKept { iconv_close(converter.handle) }
  }
}
