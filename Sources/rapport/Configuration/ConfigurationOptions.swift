import ArgumentParser

/// Options of every command that touches data.
struct StorageOptions: ParsableArguments {
  @Option(for: Settings.config) var config: String?
  @Option(for: Settings.data) var data: String?
  @Option(for: Settings.database) var database: String?
  @Option(for: Settings.databaseConnections) var databaseConnections: String?
  @Option(for: Settings.secretKey) var secretKey: String?
  @Option(for: Settings.logLevel) var logLevel: String?
  @Option(for: Settings.logFormat) var logFormat: String?

  /// What was given, for ``Configuration/resolve(options:environment:)``.
  var given: [String: String] {
    [
      Settings.config.name: config,
      Settings.data.name: data,
      Settings.database.name: database,
      Settings.databaseConnections.name: databaseConnections,
      Settings.secretKey.name: secretKey,
      Settings.logLevel.name: logLevel,
      Settings.logFormat.name: logFormat,
    ].compactMapValues(\.self)
  }
}

/// Options of the commands that listen.
struct ServerOptions: ParsableArguments {
  @Option(for: Settings.host) var host: String?
  @Option(for: Settings.port) var port: String?
  @Option(for: Settings.tlsCertificate) var tlsCertificate: String?
  @Option(for: Settings.tlsKey) var tlsKey: String?
  @Option(for: Settings.mailCertificates) var mailCertificates: String?
  @Option(for: Settings.trustedProxies) var trustedProxies: String?
  @Option(for: Settings.publicURL) var publicURL: String?

  /// What was given, for ``Configuration/resolve(options:environment:)``.
  var given: [String: String] {
    [
      Settings.host.name: host,
      Settings.port.name: port,
      Settings.tlsCertificate.name: tlsCertificate,
      Settings.tlsKey.name: tlsKey,
      Settings.mailCertificates.name: mailCertificates,
      Settings.trustedProxies.name: trustedProxies,
      Settings.publicURL.name: publicURL,
    ].compactMapValues(\.self)
  }
}

extension Option where Value == String? {
  /// An option as its setting declares it; the text is checked with all other sources' later.
  fileprivate init<T>(for setting: Setting<T>) {
    let fallback = setting.fallback.isEmpty ? "" : "default: \(setting.fallback); "
    self.init(
      name: .customLong(setting.name),
      help: ArgumentHelp("\(setting.summary) (\(fallback)\(setting.variable))")
    )
  }
}
