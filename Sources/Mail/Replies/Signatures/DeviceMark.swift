/// Recognises "Sent from my iPhone" and its kin.
enum DeviceMark {
  /// Longer lines are sentences.
  private static let byteLimit = 200
  private static let wordLimit = 14
  private static let restLimit = 6

  /// Whether a line of these words and bytes advertises a device or program.
  static func isMark(_ content: ArraySlice<UInt8>, words: @autoclosure () -> LineWords) -> Bool {
    guard content.count <= byteLimit, content.last != UInt8(ascii: "?") else { return false }
    let isSentence = isSentence(content)
    let words = words().words[...]
    guard (2...wordLimit).contains(words.count) || words.count == 1 && words[0].utf8.count > 8
    else {
      return false
    }
    let opening = DeviceMarks.openings.opening(words)
    if isSentence { return opening > 1 && namesDevice(words.dropFirst(opening).prefix(3)) }
    if opening > 0 {
      let rest = words.dropFirst(opening)
      let isWhole = DeviceMarks.endings.contains(words.last ?? "") || opening >= 2
      return !rest.isEmpty && (namesDevice(rest) || isWhole && rest.count <= restLimit)
    }
    return endsAsMark(words) || runsAsMark(words)
  }

  /// Whether the line holds a comma or ends as sentences do, outside of a link.
  private static func isSentence(_ content: ArraySlice<UInt8>) -> Bool {
    let text = content.prefix { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "(") }
    if text.contains(UInt8(ascii: ",")), text.count > 40 { return true }
    guard let last = text.last, "!?".utf8.contains(last) || last == UInt8(ascii: ":") else {
      return false
    }
    return text.count == content.count
  }

  private static func endsAsMark(_ words: ArraySlice<String>) -> Bool {
    guard words.count <= 8, let last = words.last else { return false }
    let pair = words.suffix(2).joined(separator: " ")
    let ends =
      DeviceMarks.endings.contains(last) || DeviceMarks.endings.contains(pair)
      || !last.utf8.allSatisfy { $0 < 0x80 } && DeviceMarks.endings.ends(last)
    return ends && namesDevice(words)
  }

  private static func runsAsMark(_ words: ArraySlice<String>) -> Bool {
    guard words.count <= 6, let first = words.first, first.utf8.first.map({ $0 >= 0x80 }) ?? false
    else { return false }
    return DeviceMarks.runs.contains(where: first.hasPrefix) && namesDevice(words)
  }

  private static func namesDevice(_ words: ArraySlice<String>) -> Bool {
    if DeviceMarks.devices.occurs(in: words) { return true }
    return words.contains { word in
      ["iphone", "ipad", "android", "outlook", "galaxy", "samsung", "huawei"].contains(
        where: word.contains
      )
    }
  }
}
