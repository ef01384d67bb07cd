/// Divides what an IMAP server sends into responses (RFC 3501, section 4.3 and 9).
struct IMAPFramer {
  /// What a server may make us keep for one response.
  struct Limits {
    /// A SEARCH of a million messages fits.
    var textBytes = 12 << 20
    /// Of all literals together; beyond it they are read and dropped, so that the next response
    /// is found.
    var literalBytes = 1 << 20
    /// Beyond this a literal is not even read.
    var droppedBytes = 1 << 30
    /// So many that no response of ours can have more.
    var literals = 1_000
  }

  var limits: Limits

  private var input: ArraySlice<UInt8> = []
  private var frame = IMAPFrame(text: [], literals: [])
  private var lineStart = 0
  private var literalBytesLeft = 0
  private var isKept = true
  private var literalBytes = 0

  init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Takes what has come from the server; only when there is no further response in what came.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    input = input.isEmpty ? bytes : input + bytes
  }

  /// The next response; `nil` as long as more must come.
  mutating func next() throws(MailWireFailure) -> IMAPFrame? {
    while !input.isEmpty {
      if literalBytesLeft > 0 {
        takeLiteral()
      } else if try takeLine(), try !beginLiteral() {
        defer { frame = IMAPFrame(text: [], literals: []) }
        literalBytes = 0
        lineStart = 0
        return frame
      }
    }
    return nil
  }

  private mutating func takeLiteral() {
    let part = input.prefix(literalBytesLeft)
    if isKept { frame.literals[frame.literals.count - 1].append(contentsOf: part) }
    literalBytesLeft -= part.count
    input = input.dropFirst(part.count)
  }

  /// - Returns: whether the line is whole.
  private mutating func takeLine() throws(MailWireFailure) -> Bool {
    let part = input.prefix { $0 != UInt8(ascii: "\n") }
    let isWhole = part.count < input.count
    guard frame.text.count + part.count <= limits.textBytes else {
      throw .garbled("a response of more than \(limits.textBytes) bytes")
    }
    frame.text.append(contentsOf: part)
    input = input.dropFirst(part.count + (isWhole ? 1 : 0))
    if isWhole, frame.text.last == UInt8(ascii: "\r") { frame.text.removeLast() }
    return isWhole
  }

  /// - Returns: whether a literal follows the line.
  private mutating func beginLiteral() throws(MailWireFailure) -> Bool {
    // What stands before the last literal has had its literal.
    guard frame.text.count > lineStart, !frame.isForPeople, let size = frame.announcedLiteral
    else { return false }
    lineStart = frame.text.count
    literalBytes += size
    guard literalBytes <= limits.droppedBytes, frame.literals.count < limits.literals else {
      throw .garbled("a literal of \(size) bytes")
    }
    isKept = literalBytes <= limits.literalBytes
    if !isKept { frame.oversize = size }
    frame.literals.append([])
    if isKept { frame.literals[frame.literals.count - 1].reserveCapacity(size) }
    literalBytesLeft = size
    return true
  }
}

extension IMAPFrame {
  /// Whether it ends in words, which may look like anything, a literal too.
  fileprivate var isForPeople: Bool {
    guard text.starts(with: "* ".utf8) else { return true }
    let name = text.dropFirst(2).prefix(7).prefix { $0 != UInt8(ascii: " ") }
    return ["OK", "NO", "BAD", "BYE", "PREAUTH"]
      .contains(String(decoding: name, as: UTF8.self).uppercased())
  }

  /// The size in `{size}` at the end of what has come.
  fileprivate var announcedLiteral: Int? {
    guard text.last == UInt8(ascii: "}") else { return nil }
    let digits = text.dropLast().suffix(11).reversed().prefix { $0 != UInt8(ascii: "{") }
    guard digits.count <= 10, !digits.isEmpty else { return nil }
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(String(decoding: digits.reversed(), as: UTF8.self))
  }
}
