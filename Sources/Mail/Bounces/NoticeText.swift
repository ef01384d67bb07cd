/// What a notice says to people.
enum NoticeText {
  /// Plain text, or what stands between the tags of its HTML.
  static func of(_ mail: ParsedMail) -> String {
    if let text = mail.text { return text }
    guard let html = mail.html else { return "" }
    var bytes: [UInt8] = []
    var isTag = false
    for byte in html.utf8 {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">"):
        isTag = false
        bytes.append(.lineFeed)
      default: if !isTag { bytes.append(byte) }
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&").replacing("&nbsp;", with: " ")
  }
}
