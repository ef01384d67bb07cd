/// The letters of one word on their way to its sound, at most 64.
struct SoundLetters {
  private var letters: [UInt8] = []

  var count: Int { letters.count }

  subscript(index: Int) -> UInt8 { letters[index] }

  var last: UInt8 { letters.last ?? 0 }

  mutating func append(_ letter: UInt8) {
    guard letters.count < 64 else { return }
    letters.append(letter)
  }
}
