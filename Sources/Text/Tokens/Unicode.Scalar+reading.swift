extension Unicode.Scalar {
  /// A picture that people put feelings into: emoji, hearts, old smileys; skin tones too.
  @inline(__always)
  var isPictograph: Bool {
    switch value {
    case 0x1F300...0x1FAFF, 0x2600...0x27BF, 0x2B05...0x2B55, 0x1F1E6...0x1F1FF, 0x203C, 0x2049:
      true
    default: false
    }
  }

  /// Only colours the picture before it.
  var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  /// A capital Latin, Greek or Cyrillic letter; by range, as asking Unicode is slow.
  @inline(__always)
  var isCapital: Bool {
    switch value {
    case 0x41...0x5A, 0xC0...0xDE, 0x386...0x38F, 0x391...0x3AB, 0x400...0x42F: true
    default: false
    }
  }
}
