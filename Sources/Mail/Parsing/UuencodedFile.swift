/// The old way to put a file into text (POSIX, `uuencode`).
enum UuencodedFile {
  /// What follows the line `begin 644 name`; everything if there is none.
  static func lines(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    var lines = LineReader(bytes)
    while let line = lines.next(bytes) {
      if bytes[line].starts(with: "begin ".utf8) { return bytes[lines.position...] }
    }
    return bytes[...]
  }
}
