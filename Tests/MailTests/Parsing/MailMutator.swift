/// Makes damaged mail out of samples, always the same for a seed.
struct MailMutator {
  private var state: UInt64
  private let samples: [[UInt8]]

  init(seed: UInt64, samples: [[UInt8]]) {
    state = seed
    self.samples = samples
  }

  mutating func next() -> [UInt8] {
    var source = samples[below(samples.count)]
    for _ in 0...below(6) { damage(&source) }
    return Array(source.prefix(200_000))
  }

  private mutating func damage(_ source: inout [UInt8]) {
    guard source.count > 4 else { return }
    let start = below(source.count)
    let end = min(source.count, start + 1 + below(200))
    switch below(9) {
    case 0: source[start] = UInt8(truncatingIfNeeded: random())
    case 1: source.removeSubrange(start..<end)
    case 2: source.insert(contentsOf: source[start..<end], at: below(source.count))
    case 3: source.insert(contentsOf: Array(pieces[below(pieces.count)].utf8), at: start)
    case 4: source.removeSubrange(start...)
    case 5: source += samples[below(samples.count)].prefix(20_000)
    case 6: for index in start..<end { source[index] ^= 0x80 }
    case 7: repeatSlice(&source, start..<end)
    default: wrap(&source)
    }
  }

  private mutating func repeatSlice(_ source: inout [UInt8], _ range: Range<Int>) {
    let slice = Array(source[range])
    let times = min(below(400), 40_000 / slice.count)
    source.insert(contentsOf: (0..<times).flatMap { _ in slice }, at: range.lowerBound)
  }

  private mutating func wrap(_ source: inout [UInt8]) {
    let head = "Content-Type: multipart/mixed; boundary=w\n\n--w\n"
    source = Array(String(repeating: head, count: 1 + below(120)).utf8) + source
  }

  private mutating func below(_ bound: Int) -> Int {
    Int(random() % UInt64(max(1, bound)))
  }

  /// SplitMix64.
  private mutating func random() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  private let pieces = [
    "=?utf-8?B?", "?=", "=?x?Q?=", "\n--b\n", "\n--b--\n",
    "Content-Type: multipart/mixed; boundary=b\n",
    "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: x-uuencode\n", "\u{0}", "\r",
    "\r\n\r\n", "((((((", "<<<<", "\"", "charset=iso-2022-jp", "charset=utf-16", "charset=utf-7",
    "; filename*0*=utf-8''%", "\u{1b}$B", "@", ">", "Final-Recipient: rfc822; a@b\n", "\n\n",
    "begin 644 x\n",
    "Content-Type: message/delivery-status\n\n", "format=flowed", ">>>>>>>> ", "<bold><<<", "&#x",
    "=",
  ]
}
