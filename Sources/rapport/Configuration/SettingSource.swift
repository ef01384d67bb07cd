/// Where a setting's value was found.
enum SettingSource: Sendable, Equatable, CustomStringConvertible {
  case option(name: String)
  case variable(name: String)
  case file(path: String, line: Int)
  case fallback

  var description: String {
    switch self {
    case .option(let name): "--\(name)"
    case .variable(let name): name
    case .file(let path, let line): "\(path), line \(line)"
    case .fallback: "the default"
    }
  }
}
