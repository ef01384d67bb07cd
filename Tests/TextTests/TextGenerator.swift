/// Makes texts of many scripts and of awkward scalars, the same ones for the same seed.
struct TextGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of at most `length` scalars, mostly from a few neighbouring ranges.
  mutating func text(length: Int) -> String {
    var text = String.UnicodeScalarView()
    while text.count < length {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      for _ in 0..<Int.random(in: 1...5, using: &self) where text.count < length {
        // A surrogate is no scalar: the next try gives another.
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) {
          text.append(scalar)
        }
      }
    }
    return String(text)
  }

  /// A text of words as people write them, in several languages, with what stands between.
  mutating func sentence(wordCount: Int) -> (text: String, words: [String]) {
    let words = (0..<wordCount).map { _ in
      vocabulary[Int.random(in: 0..<vocabulary.count, using: &self)]
    }
    var text = ""
    for word in words {
      text += word + gaps[Int.random(in: 0..<gaps.count, using: &self)]
    }
    return (text, words)
  }
}

private let ranges: [ClosedRange<UInt32>] = [
  0x0...0x7F, 0x20...0x2F, 0x61...0x7A, 0xA0...0x24F, 0x300...0x36F, 0x370...0x3FF,
  0x400...0x52F, 0x591...0x5F4, 0x600...0x6FF, 0x730...0x8FF, 0x900...0xDFF, 0xE00...0xFFF,
  0x1000...0x11FF, 0x1780...0x18FF, 0x1AB0...0x1AFF, 0x1E00...0x1FFF, 0x2000...0x20FF,
  0x2100...0x24FF, 0x3000...0x33FF, 0x4E00...0x4EFF, 0xAC00...0xAD00, 0xF900...0xFFFF,
  0x1D400...0x1D7FF, 0x1F300...0x1F6FF, 0xE0000...0xE01FF, 0x0...0x10_FFFF,
]

private let vocabulary = [
  "delivery", "Deliveries", "refunds", "happiness", "don't", "L'eau", "AB-12345", "x@example.com",
  "Straße", "Müller", "παραγγελίες", "ΤΙΜΗΣ", "заказами", "Новый", "می\u{200C}خواهم",
  "کتاب\u{200C}ها", "سفارش", "الطلبات", "۱۲۳۴", "退款", "我", "ありがとう", "カード", "ขอบคุณ",
  "ภาษา", "한국어", "धन्यवाद", "iPhone手机", "20تومان", "https://shop.example/a?b=1", "🎉", "👍🏽",
]

private let gaps = [" ", "  ", ", ", ". ", "\n", "! ", " — ", " 🎉 ", "\u{2029}", " (", ") "]
