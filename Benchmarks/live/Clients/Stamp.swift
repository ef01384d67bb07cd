import Dispatch

/// The time of sending, carried through the server in the text of a message.
enum Stamp {
  private static let begin = Array("stamp".utf8)

  /// In nanoseconds of the machine's clock.
  static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

  static func text(of time: UInt64) -> String { "stamp\(time)e" }

  /// Finds the stamps in `bytes`.
  ///
  /// - Returns: from where the bytes must be looked through again once there are more.
  static func find(in bytes: [UInt8], _ found: (UInt64) -> Void) -> Int {
    var place = 0
    while let start = firstIndex(in: bytes, from: place) {
      var end = start + begin.count
      var time: UInt64 = 0
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) {
        time = time * 10 + UInt64(bytes[end] - 0x30)
        end += 1
      }
      guard end < bytes.count else { return start }
      if bytes[end] == UInt8(ascii: "e") { found(time) }
      place = end
    }
    return max(place, bytes.count - begin.count + 1)
  }

  private static func firstIndex(in bytes: [UInt8], from place: Int) -> Int? {
    var place = place
    while place + begin.count <= bytes.count {
      if bytes[place] == begin[0], bytes[place..<place + begin.count].elementsEqual(begin) {
        return place
      }
      place += 1
    }
    return nil
  }
}
