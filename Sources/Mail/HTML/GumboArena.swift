import CGumbo

/// The memory of one parse: handed out in order, given back all at once.
///
/// Gumbo frees its tree by recursion, which a deep document turns into a stack overflow; an arena
/// needs no freeing. It also sees the parser work, so it is the place to stop it.
struct GumboArena {
  private static let chunkBytes = 1 << 16
  /// Blocks of gumbo's structures hold pointers and integers of eight bytes.
  private static let alignment = 8

  private var chunks: [UnsafeMutableRawPointer] = []
  private var free: UnsafeMutableRawPointer?
  private var freeBytes = 0
  private(set) var bytes = 0

  mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let rounded = (max(size, 1) + Self.alignment - 1) & ~(Self.alignment - 1)
    bytes += rounded
    guard rounded <= Self.chunkBytes / 8 else { return makeChunk(rounded) }
    if rounded > freeBytes {
      free = makeChunk(Self.chunkBytes)
      freeBytes = Self.chunkBytes
    }
    defer {
      free = free?.advanced(by: rounded)
      freeBytes -= rounded
    }
    return free
  }

  private mutating func makeChunk(_ size: Int) -> UnsafeMutableRawPointer {
    let chunk = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.alignment)
    chunks.append(chunk)
    return chunk
  }

  mutating func release() {
    for chunk in chunks { chunk.deallocate() }
    self = GumboArena()
  }
}
