import Foundation

/// The forerunner of HTML in mail (RFC 1896).
enum EnrichedText {
  /// What it says, without its commands.
  static func plain(_ text: String) -> String {
    var plain = ""
    var rest = text[...]
    let lastParameter = text.range(of: "</param>", options: .backwards)?.lowerBound
    while let open = rest.firstIndex(of: "<") {
      plain += rest[..<open]
      rest = rest[rest.index(after: open)...]
      if rest.first == "<" {
        plain.append("<")
        rest = rest.dropFirst()
      } else if let close = rest.firstIndex(of: ">") {
        let command = rest[..<close].lowercased()
        rest = rest[rest.index(after: close)...]
        // Parameters of a command are not for reading.
        if command == "param", let lastParameter, lastParameter >= rest.startIndex,
          let end = rest.range(of: "</param>")
        {
          rest = rest[end.upperBound...]
        }
      } else {
        plain += rest
        rest = ""
      }
    }
    return plain + rest
  }
}
