import CGumbo

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One run of gumbo over a source that nobody vouches for.
struct GumboParse {
  /// Bytes of a source that are read; a page of a newsletter has a fiftieth of it.
  static let longestSource = 4 << 20
  /// Of the thread's own time, however busy the machine; a newsletter takes two.
  private static let longestMilliseconds = 300
  private static let smallestMemory = 32 << 20

  private var arena = GumboArena()
  private let source: UnsafeMutableBufferPointer<CChar>
  private let memoryLimit: Int
  private let deadline: Int
  private var allocations = 0
  private var isStopped = false
  private var isCut: Bool { isStopped || isLong }
  private let isLong: Bool

  /// Calls `body` with the root of the tree, which lives as long as the call.
  ///
  /// - Returns: whether the end of the source was left out.
  static func run(_ html: String, _ body: (UnsafePointer<GumboNode>) -> Void) -> Bool {
    var html = html
    return html.withUTF8 { utf8 in
      let source = UnsafeMutableBufferPointer<CChar>.allocate(
        capacity: min(utf8.count, longestSource) + 1
      )
      defer { source.deallocate() }
      _ = UnsafeMutableRawBufferPointer(source).initializeMemory(as: UInt8.self, from: utf8)
      var parse = GumboParse(source, isLong: utf8.count > longestSource)
      return withUnsafeMutablePointer(to: &parse) { parse in
        defer { parse.pointee.arena.release() }
        if let root = read(parse) { body(root) }
        return parse.pointee.isCut
      }
    }
  }

  private init(_ source: UnsafeMutableBufferPointer<CChar>, isLong: Bool) {
    self.source = source
    self.isLong = isLong
    memoryLimit = Self.smallestMemory + 5 * source.count
    deadline = Self.threadMilliseconds() + Self.longestMilliseconds
  }

  private static func read(_ parse: UnsafeMutablePointer<GumboParse>) -> UnsafePointer<GumboNode>? {
    var options = kGumboDefaultOptions
    options.max_errors = 0
    options.userdata = UnsafeMutableRawPointer(parse)
    options.allocator = { parse, size in
      parse?.assumingMemoryBound(to: GumboParse.self).pointee.allocate(size)
    }
    options.deallocator = { _, _ in }
    let source = parse.pointee.source
    let output = gumbo_parse_with_options(&options, source.baseAddress, source.count - 1)
    return UnsafePointer(output?.pointee.root)
  }

  private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    allocations += 1
    if !isStopped, arena.bytes > memoryLimit || (allocations % 64 == 0 && isLate) { stop() }
    return arena.allocate(size)
  }

  private var isLate: Bool { Self.threadMilliseconds() > deadline }

  /// Gumbo cannot be interrupted; what is left to read becomes blank and is soon read.
  ///
  /// Angle brackets stay, since gumbo asserts that tags which it has read begin and end with them.
  private mutating func stop() {
    isStopped = true
    for index in source.indices where source[index] != 0x3C && source[index] != 0x3E {
      source[index] = 0x20
    }
  }

  private static func threadMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
