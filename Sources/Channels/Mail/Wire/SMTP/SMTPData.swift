/// A message as it follows the command DATA (RFC 5321, sections 2.3.8 and 4.5.2).
enum SMTPData {
  private static let return_ = UInt8(ascii: "\r")
  private static let newline = UInt8(ascii: "\n")
  private static let dot = UInt8(ascii: ".")

  /// The message with line ends of CR LF, with a dot more where a line begins with one, and with the
  /// dot that ends it all.
  static func bytes(of raw: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count + raw.count / 32 + 5)
    var isLineStart = true
    var previous: UInt8 = 0
    for byte in raw {
      defer { previous = byte }
      if byte == newline, previous == return_ { continue }
      if byte == newline || byte == return_ {
        bytes += [return_, newline]
        isLineStart = true
        continue
      }
      if isLineStart, byte == dot { bytes.append(dot) }
      bytes.append(byte)
      isLineStart = false
    }
    if !isLineStart { bytes += [return_, newline] }
    return bytes + [dot, return_, newline]
  }
}
