/// What a notice says to people.
enum NoticeText {
  /// Plain text, or what stands between the tags of its HTML.
  static func of(_ mail: ParsedMail) -> String {
    if let text = mail.text { return text }
    guard let html = mail.html else { return "" }
    var text = ""
    var isTag = false
    for character in html {
      switch character {
      case "<": isTag = true
      case ">":
        isTag = false
        text.append("\n")
      default: if !isTag { text.append(character) }
      }
    }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&").replacing("&nbsp;", with: " ")
  }
}
