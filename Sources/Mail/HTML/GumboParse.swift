import CGumbo

/// One run of gumbo over a source that nobody vouches for.
struct GumboParse {
  /// Bytes of a source that are read; a page of a newsletter has a twentieth of it.
  static let longestSource = 2 << 20
  private static let smallestMemory = 32 << 20

  private var arena = GumboArena()
  private let source: UnsafeMutableBufferPointer<UInt8>
  private let memoryLimit: Int
  private var isStopped = false
  private var isCut: Bool { isStopped || isLong }
  private let isLong: Bool

  /// Calls `body` with the root of the tree, which lives as long as the call.
  ///
  /// - Returns: whether the end of the source was left out.
  static func run(_ html: String, _ body: (UnsafePointer<GumboNode>) -> Void) -> Bool {
    var html = html
    return html.withUTF8 { utf8 in
      let source = UnsafeMutableBufferPointer<UInt8>.allocate(
        capacity: min(utf8.count, longestSource)
      )
      defer { source.deallocate() }
      _ = source.initialize(from: utf8)
      var nesting = NestingGuard(source)
      let length = nesting.run()
      var parse = GumboParse(
        source.extracting(..<length),
        isLong: length < utf8.count
      )
      return withUnsafeMutablePointer(to: &parse) { parse in
        defer { parse.pointee.arena.release() }
        if let root = read(parse) { body(root) }
        return parse.pointee.isCut
      }
    }
  }

  private init(_ source: UnsafeMutableBufferPointer<UInt8>, isLong: Bool) {
    self.source = source
    self.isLong = isLong
    memoryLimit = Self.smallestMemory + 5 * source.count
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
    return source.withMemoryRebound(to: CChar.self) {
      let output = gumbo_parse_with_options(&options, $0.baseAddress, $0.count)
      return UnsafePointer(output?.pointee.root)
    }
  }

  private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    if !isStopped, arena.bytes > memoryLimit { stop() }
    return arena.allocate(size)
  }

  /// Gumbo cannot be interrupted; what is left to read becomes blank and is soon read.
  ///
  /// Angle brackets stay, since gumbo asserts that tags which it has read begin and end with them.
  private mutating func stop() {
    isStopped = true
    for index in source.indices where source[index] != 0x3C && source[index] != 0x3E {
      source[index] = 0x20
    }
  }
}
