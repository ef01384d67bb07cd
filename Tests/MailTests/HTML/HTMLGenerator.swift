/// Mixes hostile samples and tags of all kinds into sources that nobody wrote.
struct HTMLGenerator {
  private static let names = """
    a applet area b base blockquote body br button caption center col colgroup dd desc details div \
    dl dt em embed fieldset font foreignObject form frame frameset h1 h2 head hr html i iframe \
    image img input isindex keygen li link listing malignmark marquee math menuitem meta mglyph mi \
    mtext nobr noembed noframes noscript object ol optgroup option p param plaintext pre rb rp rt \
    rtc ruby s script select span strike style sub summary svg table tbody td template textarea \
    tfoot th thead title tr tt u ul var video wbr x:y xmp
    """.split(separator: " ")
  private static let pieces = [
    " ", "\n", "\0", "\r", "x", "&amp;", "&lt;", "<", ">", "\"", "'", "`", "<!--", "-->", "]]>",
    "<![CDATA[", "=", "/", "&#", "é", "\u{2028}", " onerror=x ", " style=color:red ", "*{a:b}",
    " class=x ", " href=//a.b ", " type=hidden ", " encoding=text/html ",
  ]

  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func html() -> String {
    var html = ""
    for _ in 0..<(1 + below(12)) { html += part() }
    return below(3) == 0 ? mutated(html) : html
  }

  private mutating func part() -> String {
    switch below(8) {
    case 0: HostileSamples.all[below(HostileSamples.all.count)]
    case 1: Self.pieces[below(Self.pieces.count)]
    case 2, 3: "</\(name())>"
    case 4: "<\(name())\(Self.pieces[below(Self.pieces.count)])>"
    default: "<\(name())>"
    }
  }

  private mutating func name() -> Substring { Self.names[below(Self.names.count)] }

  /// Some bytes changed, left out or repeated.
  private mutating func mutated(_ html: String) -> String {
    var bytes = Array(html.utf8)
    for _ in 0..<(1 + below(6)) where !bytes.isEmpty {
      let index = below(bytes.count)
      switch below(4) {
      case 0: bytes[index] = UInt8(truncatingIfNeeded: next())
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)].utf8, at: index)
      default: bytes += bytes[index...].prefix(200)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// SplitMix64 by Steele, Lea and Flood, 2014.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
