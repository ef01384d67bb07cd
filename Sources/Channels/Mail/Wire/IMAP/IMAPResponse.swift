/// A response of an IMAP server (RFC 3501, section 7).
enum IMAPResponse: Hashable {
  /// The end of the command with that tag.
  case completed(tag: String, IMAPStatus)
  /// News that no command asked for, or that come with its answer.
  case status(IMAPStatus)
  /// The server waits for the rest of the command.
  case proceed(String)
  case data(IMAPData)
}

/// What a server tells: `* 3 FETCH (…)` has the name `FETCH`, the number 3 and one value.
struct IMAPData: Hashable {
  var name: String
  var number: UInt32?
  var values: [IMAPValue]
}

extension IMAPResponse {
  /// What we make use of; whatever else a server tells is not looked into.
  private static let known: Set<String> = [
    "CAPABILITY", "EXISTS", "FETCH", "LIST", "SEARCH",
  ]

  init(_ frame: IMAPFrame) throws(MailWireFailure) {
    if frame.text.starts(with: "* ".utf8) {
      self = try .untagged(frame)
    } else if frame.text.first == UInt8(ascii: "+") {
      self = .proceed(String(decoding: frame.text.dropFirst().drop { $0 == 32 }, as: UTF8.self))
    } else {
      let text = String(decoding: frame.text, as: UTF8.self)
      let tag = text.prefix { $0 != " " }
      guard let status = IMAPStatus(text.dropFirst(tag.count + 1)) else {
        throw .garbled(String(text.prefix(100)))
      }
      self = .completed(tag: String(tag), status)
    }
  }

  private static func untagged(_ frame: IMAPFrame) throws(MailWireFailure) -> IMAPResponse {
    var position = 2
    var word = frame.word(from: &position)
    let number = UInt32(word)
    if number != nil { word = frame.word(from: &position) }
    let name = word.uppercased()
    if number == nil, IMAPStatus.Kind(rawValue: name) != nil {
      guard let status = IMAPStatus(String(decoding: frame.text.dropFirst(2), as: UTF8.self)[...])
      else { throw .garbled("a status without words") }
      return .status(status)
    }
    guard known.contains(name) else {
      return .data(IMAPData(name: name, number: number, values: []))
    }
    var parser = IMAPValueParser(frame, from: position)
    return .data(IMAPData(name: name, number: number, values: try parser.values()))
  }
}

extension IMAPFrame {
  /// The word that begins there, and moves on behind the space that follows it.
  fileprivate func word(from position: inout Int) -> String {
    let word = text[min(position, text.count)...].prefix { $0 != UInt8(ascii: " ") }
    position = min(position + word.count + 1, text.count)
    return String(decoding: word, as: UTF8.self)
  }
}
