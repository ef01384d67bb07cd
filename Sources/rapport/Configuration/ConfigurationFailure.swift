/// Why the program does not start with these settings: every fault there is, not only the first.
struct ConfigurationFailure: Error, Equatable, CustomStringConvertible {
  /// In the order of the settings; never empty.
  let faults: [ConfigurationFault]

  /// A line for each fault.
  var description: String {
    "The configuration cannot be used:\n"
      + faults.map { "  \($0)" }.joined(separator: "\n")
  }
}

/// One thing that is wrong with the settings.
enum ConfigurationFault: Error, Equatable {
  /// `found` is `nil` where it must not be shown.
  case wrongValue(setting: String, source: SettingSource, found: String?, needed: String)

  /// The file has a key that is no setting.
  case unknownKey(String, source: SettingSource, nearest: String)

  /// Of two settings that go together only one is there.
  case missingPartner(setting: String, of: String)

  /// The file is there, but does not hold settings.
  case unusableFile(path: String, line: Int?, problem: String)
}

extension ConfigurationFault: CustomStringConvertible {
  /// What it is about, what was found and what would be right; never a password.
  var description: String {
    switch self {
    case .wrongValue(let setting, let source, let found, let needed):
      let found = found.map(Self.quoted) ?? "a value that is not shown, as it can hold a password"
      return "\(setting) (from \(source)): found \(found); \(needed) is needed"
    case .unknownKey(let key, let source, let nearest):
      return "\(Self.quoted(key)) (from \(source)) is no setting; the nearest one is \(nearest)"
    case .missingPartner(let setting, let partner):
      return "\(setting): found nothing, though \(partner) is set; both or neither is needed"
    case .unusableFile(let path, let line, let problem):
      let place = line.map { ", line \($0)" } ?? ""
      return "config (\(path)\(place)): \(problem)"
    }
  }

  /// In quotation marks and on one line, shortened to what still shows the mistake.
  private static func quoted(_ text: String) -> String {
    let limit = 80
    let isLong = text.count > limit
    return String(text.prefix(limit)).debugDescription + (isLong ? "…" : "")
  }
}
