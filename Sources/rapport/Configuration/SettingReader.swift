/// Looks settings up in the order of their sources and gathers every fault on the way.
struct SettingReader {
  private let options: [String: String]
  private let environment: [String: String]
  private var file: SettingsFile?
  private var names: [String] = []

  /// What was wrong so far.
  private(set) var faults: [ConfigurationFault] = []

  /// Finds the file, if the command line or the environment names one, and reads it.
  init(options: [String: String], environment: [String: String]) {
    self.options = options
    self.environment = environment
    guard case .some(.some(let path)) = value(of: Settings.config) else { return }
    // A file cannot name another one, so this is no key that it may hold.
    names.removeAll()
    do throws(ConfigurationFault) {
      file = try SettingsFile(path: path)
    } catch {
      faults.append(error)
    }
  }

  /// The value from the first source that has one: the command line, the environment, the file,
  /// the default.
  ///
  /// - Returns: `nil` if it does not suit, which then is among the ``faults``.
  mutating func value<Value>(of setting: Setting<Value>) -> Value? {
    names.append(setting.name)
    let (found, source) = find(setting)
    if case .text(let text) = found, let value = setting.parse(text) { return value }
    if case .list(let items) = found, setting.isList,
      let value = setting.parse(items.joined(separator: ","))
    {
      return value
    }
    faults.append(
      .wrongValue(
        setting: setting.name,
        source: source,
        found: setting.isSecret ? nil : found.shown,
        needed: setting.needed
      )
    )
    return nil
  }

  /// Faults each key of the file that no call of ``value(of:)`` has asked for.
  mutating func refuseUnknownKeys() {
    guard let file else { return }
    for entry in file.entries where !names.contains(entry.key) {
      let source = SettingSource.file(path: file.path, line: entry.line)
      let nearest = names.min { $0.edits(to: entry.key) < $1.edits(to: entry.key) }
      faults.append(.unknownKey(entry.key, source: source, nearest: nearest ?? ""))
    }
  }

  /// Faults that one of two settings which go together is missing.
  mutating func refuse(_ setting: Setting<String?>, missingFor partner: Setting<String?>) {
    faults.append(.missingPartner(setting: setting.name, of: partner.name))
  }

  private func find<Value>(
    _ setting: Setting<Value>
  ) -> (SettingsFile.Value, SettingSource) {
    if let text = options[setting.name] { return (.text(text), .option(name: setting.name)) }
    if let text = environment[setting.variable] {
      return (.text(text), .variable(name: setting.variable))
    }
    if let file, let entry = file.entries.first(where: { $0.key == setting.name }) {
      return (entry.value, .file(path: file.path, line: entry.line))
    }
    return (.text(setting.fallback), .fallback)
  }
}

extension SettingsFile.Value {
  /// For a message about it.
  fileprivate var shown: String {
    switch self {
    case .text(let text): text
    case .list(let items): "[\(items.joined(separator: ", "))]"
    case .nested: "{…}"
    }
  }
}
