import CGMime

/// How the bytes of a part were made fit for transport (RFC 2045, 6).
enum TransferEncoding {
  case identity, base64, quotedPrintable, uuencode

  /// Reads the field's value, also misspelt ones like `quoted printable` and `7bit;`.
  ///
  /// What nobody knows leaves the bytes as they are.
  init(_ field: String?) {
    let name = (field ?? "").lowercased()
    if name.hasPrefix("base64") || name.hasPrefix("\"base64") {
      self = .base64
    } else if name.hasPrefix("quoted") || name.hasPrefix("\"quoted") {
      self = .quotedPrintable
    } else if ByteScan.contains("uue", in: Array(name.utf8)[...]) {
      self = .uuencode
    } else {
      self = .identity
    }
  }

  /// Bytes that do not belong are passed over; nothing makes it fail.
  func decode(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .identity: bytes
    case .base64: Self.decode(Self.padded(bytes)[...], GMIME_CONTENT_ENCODING_BASE64)
    case .quotedPrintable: Self.decode(bytes[...], GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE)
    case .uuencode:
      Self.decode(UuencodedFile.lines(of: bytes), GMIME_CONTENT_ENCODING_UUENCODE)
    }
  }

  /// Without the signs at its end, GMime would drop the last bytes (RFC 4648, 3.2).
  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    let missing = (4 - bytes.count(where: \.isBase64) % 4) % 4
    guard missing == 1 || missing == 2, !bytes.suffix(8).contains(UInt8(ascii: "=")) else {
      return bytes
    }
    return bytes + [UInt8](repeating: UInt8(ascii: "="), count: missing)
  }

  private static func decode(
    _ bytes: ArraySlice<UInt8>,
    _ encoding: GMimeContentEncoding
  ) -> [UInt8] {
    GMimeLibrary.start()
    var state = GMimeEncoding()
    g_mime_encoding_init_decode(&state, encoding)
    let room = g_mime_encoding_outlen(&state, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: room) { output, count in
      count = bytes.withUnsafeBytes { input in
        g_mime_encoding_flush(
          &state,
          input.baseAddress?.assumingMemoryBound(to: CChar.self),
          input.count,
          UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
        )
      }
    }
  }
}

extension UInt8 {
  fileprivate var isBase64: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
