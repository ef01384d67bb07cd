/// Reads what ``ModelWriter`` wrote.
struct ModelReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() throws(ModelFailure) -> UInt32 {
    guard bytes.count - position >= 4 else { throw .truncated }
    var value: UInt32 = 0
    for index in 0..<4 { value |= UInt32(bytes[position + index]) << UInt32(8 * index) }
    position += 4
    return value
  }

  /// A length, which no more bytes than are left can follow.
  mutating func count(of size: Int) throws(ModelFailure) -> Int {
    let count = Int(try number())
    guard count <= (bytes.count - position) / size else { throw .truncated }
    return count
  }

  mutating func text() throws(ModelFailure) -> String {
    let count = try count(of: 1)
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func texts() throws(ModelFailure) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count(of: 4)) { texts.append(try text()) }
    return texts
  }

  mutating func numbers() throws(ModelFailure) -> [UInt32] {
    let count = try count(of: 4)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(try number()) }
    return numbers
  }

  mutating func floats() throws(ModelFailure) -> [Float] {
    try numbers().map { Float(bitPattern: $0) }
  }

  mutating func weights() throws(ModelFailure) -> [Int8] {
    let count = Int(try number())
    let size = try self.count(of: 1)
    let lengths = Array(try take(256))
    guard let code = WeightCode(lengths: lengths),
      let weights = code.unpack(try take(size), count: count)
    else { throw .inconsistent }
    return weights
  }

  private mutating func take(_ count: Int) throws(ModelFailure) -> ArraySlice<UInt8> {
    guard count <= bytes.count - position else { throw .truncated }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
