import Foundation

/// The samples of hostile HTML that the journeys show to a browser.
enum HostileSamples {
  static let all: [String] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Journeys/hostile_html.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return lines.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(unescaped)
  }()

  private static func unescaped(_ line: Substring) -> String {
    var sample = ""
    var rest = line
    while let character = rest.popFirst() {
      guard character == "\\", let kind = rest.popFirst() else {
        sample.append(character)
        continue
      }
      switch kind {
      case "n": sample += "\n"
      case "r": sample += "\r"
      case "t": sample += "\t"
      case "0": sample += "\0"
      case "x": sample += scalar(popping(2, &rest))
      case "u":
        sample += scalar(rest.dropFirst().prefix { $0 != "}" })
        rest = rest.drop { $0 != "}" }.dropFirst()
      default: sample.append(kind)
      }
    }
    return sample
  }

  private static func popping(_ count: Int, _ rest: inout Substring) -> Substring {
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private static func scalar(_ digits: Substring) -> String {
    UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
  }
}
