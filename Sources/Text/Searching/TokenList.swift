/// Distinct tokens with single spaces between them, up to a size.
///
/// Finds repetitions by a hash table of its own over the bytes written. The standard set is three
/// times slower here: strings outside ASCII are compared by canonical equivalence, which
/// normalised text has settled. Tokens chosen to collide cost at most one comparison of hashes
/// for each pair of tokens, whose number the caller bounds.
struct TokenList {
  private struct Entry {
    let hash: UInt32
    let start: UInt32
    let end: UInt32
  }

  private var utf8: [UInt8] = []
  private var entries: [Entry?]
  private let mask: Int
  private let byteLimit: Int

  /// Makes room for `tokenLimit` tokens, the most that may be added.
  init(tokenLimit: Int, byteLimit: Int) {
    var capacity = 16
    while capacity < tokenLimit * 2 { capacity *= 2 }
    entries = Array(repeating: nil, count: capacity)
    mask = capacity - 1
    self.byteLimit = byteLimit
    utf8.reserveCapacity(min(tokenLimit * 8, byteLimit))
  }

  /// The tokens in the order in which they were added first.
  var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Adds a token unless it is there.
  ///
  /// - Returns: whether the token is in the list now; `false` means that the list is full.
  mutating func add(_ token: String) -> Bool {
    var token = token
    return token.withUTF8 { add($0) }
  }

  private mutating func add(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    let hash = Self.hash(token)
    var slot = Int(hash) & mask
    while let entry = entries[slot] {
      if entry.hash == hash, utf8[Int(entry.start)..<Int(entry.end)].elementsEqual(token) {
        return true
      }
      slot = (slot + 1) & mask
    }
    let separatorCount = utf8.isEmpty ? 0 : 1
    guard utf8.count + separatorCount + token.count <= byteLimit else { return false }
    if separatorCount == 1 { utf8.append(UInt8(ascii: " ")) }
    let start = UInt32(utf8.count)
    utf8.append(contentsOf: token)
    entries[slot] = Entry(hash: hash, start: start, end: UInt32(utf8.count))
    return true
  }

  /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
