/// Recognises a line that can be a person's or a firm's name.
enum NameLine {
  private static let wordLimit = 5
  private static let byteLimit = 60

  /// Whether the line is one to five words that begin in capitals or in a script without them.
  static func isName(_ content: ArraySlice<UInt8>) -> Bool {
    guard content.count <= byteLimit, let last = content.last, !"?!:;".utf8.contains(last) else {
      return false
    }
    let marks: [UInt8] = [UInt8(ascii: "*"), UInt8(ascii: "_")]
    let words = content.split(separator: UInt8(ascii: " "))
    guard (1...wordLimit).contains(words.count) else { return false }
    let capitals = words.count { word in
      isCapital(String(decoding: word.drop(while: marks.contains), as: UTF8.self))
    }
    return capitals * 2 > words.count
      && isCapital(String(decoding: content.drop(while: marks.contains), as: UTF8.self))
  }

  private static func isCapital(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return !first.properties.isLowercase
  }
}
