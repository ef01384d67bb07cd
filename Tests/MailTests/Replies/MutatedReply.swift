import Foundation

/// Mails put together from the lines of all suites, then damaged.
enum MutatedReply {
  private static let lines: [String] =
    AttributionTests.english + AttributionTests.european + AttributionTests.slavic
    + AttributionTests.eastern + AttributionTests.far + SignatureTests.devices
    + SignatureTests.closings + HeaderBlockTests.languages.map { $0.block() }
    + [
      "", "", "", ">", "> quoted", ">> twice", "-- ", "--", "___", "Ada", "Words of a reply.",
      "```",
    ]

  /// How many cases a property is tried on: `RAPPORT_FUZZ_CASES`, few by default.
  static let caseCount =
    ProcessInfo.processInfo.environment["RAPPORT_FUZZ_CASES"].flatMap(Int.init) ?? 2_000

  /// Markup of all programs and pieces of text in any order.
  static func makeHTML(using random: inout Random) -> String {
    let programs = HTMLReplyTests.answers.map(\.html) + HTMLReplyTests.signed
    let tags = [
      "<div>", "</div>", "<p>", "<table><tr><td>", "<blockquote>", "</blockquote>", "<br>",
    ]
    return (0..<Int.random(in: 1...8, using: &random)).reduce(into: "") { html, _ in
      html += (Bool.random(using: &random) ? programs : tags).randomElement(using: &random) ?? ""
      let start = html.indices.randomElement(using: &random) ?? html.startIndex
      if Bool.random(using: &random) {
        html.removeSubrange(
          start..<(html.index(start, offsetBy: 4, limitedBy: html.endIndex) ?? start)
        )
      }
    }
  }

  static func make(using random: inout MutatedReply.Random) -> String {
    let ends = ["\n", "\r\n", "\r", "\n\n"]
    var text = ""
    for _ in 0..<Int.random(in: 0...24, using: &random) {
      text += lines.randomElement(using: &random) ?? ""
      text += ends.randomElement(using: &random) ?? ""
    }
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 0...6, using: &random) where !scalars.isEmpty {
      damage(&scalars, using: &random)
    }
    return scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  private static func damage(
    _ scalars: inout [Unicode.Scalar],
    using random: inout MutatedReply.Random
  ) {
    let at = Int.random(in: 0..<scalars.count, using: &random)
    let end = min(scalars.count, at + Int.random(in: 1...8, using: &random))
    switch Int.random(in: 0...3, using: &random) {
    case 0: scalars.removeSubrange(at..<end)
    case 1: scalars.insert(contentsOf: scalars[at..<end], at: at)
    case 2: scalars[at] = Unicode.Scalar(UInt32.random(in: 0...0xD7FF, using: &random)) ?? "x"
    default: scalars.insert("\n", at: at)
    }
  }
}

extension MutatedReply {
  /// The same numbers from the same seed (SplitMix64).
  struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
