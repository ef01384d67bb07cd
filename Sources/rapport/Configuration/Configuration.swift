import Foundation
import Logging

/// Everything the operator can set, checked.
///
/// Read once, at the start, by the executable; other modules get the values they need.
struct Configuration: Sendable {
  /// The files that HTTPS needs.
  struct TLS: Sendable, Equatable {
    /// Path of a PEM file with the certificate and its chain.
    let certificate: String

    /// Path of a PEM file with the private key.
    let key: String
  }

  /// Address or name to listen on.
  let host: String

  /// From 0 to 65535; 0 takes any free port.
  let port: Int

  /// The folder of everything that is kept; it may not be there yet.
  let data: URL

  let database: DatabaseLocation

  /// From 1 to 100.
  let databaseConnections: Int

  /// `nil` to use the one in the data folder.
  let secretKey: SecretKey?

  /// `nil` to speak plain HTTP.
  let tls: TLS?

  /// `nil` to trust whom the system trusts.
  let mailCertificates: String?

  /// Proxies whose word about a visitor's address is taken.
  let trustedProxies: [IPNetwork]

  /// Where people reach this installation, if the operator has said so.
  let publicURL: URL?

  let logLevel: Logger.Level
  let logFormat: LogFormat
}

extension Configuration {
  /// Settles every setting: command line before environment before file before default.
  ///
  /// Relative paths, those in the file too, start from the current folder.
  ///
  /// - Parameters:
  ///   - options: what the command line gave, by the names of the settings.
  ///   - environment: all of the process's variables; those of ``Settings`` are looked at.
  /// - Returns: only values that suit.
  /// - Throws: all faults at once.
  static func resolve(
    options: [String: String],
    environment: [String: String]
  ) throws(ConfigurationFailure) -> Configuration {
    var reader = SettingReader(options: options, environment: environment)
    let host = reader.value(of: Settings.host)
    let port = reader.value(of: Settings.port)
    let data = reader.value(of: Settings.data)
    let database = reader.value(of: Settings.database)
    let databaseConnections = reader.value(of: Settings.databaseConnections)
    let secretKey = reader.value(of: Settings.secretKey)
    let tls = reader.tls()
    let mailCertificates = reader.value(of: Settings.mailCertificates)
    let trustedProxies = reader.value(of: Settings.trustedProxies)
    let publicURL = reader.value(of: Settings.publicURL)
    let logLevel = reader.value(of: Settings.logLevel)
    let logFormat = reader.value(of: Settings.logFormat)
    reader.refuseUnknownKeys()

    guard
      reader.faults.isEmpty, let host, let port, let data, let database, let databaseConnections,
      let secretKey, let mailCertificates, let trustedProxies, let publicURL, let logLevel,
      let logFormat
    else { throw ConfigurationFailure(faults: reader.faults) }

    return Configuration(
      host: host,
      port: port,
      data: data,
      database: database,
      databaseConnections: databaseConnections,
      secretKey: secretKey,
      tls: tls,
      mailCertificates: mailCertificates,
      trustedProxies: trustedProxies,
      publicURL: publicURL,
      logLevel: logLevel,
      logFormat: logFormat
    )
  }
}

extension SettingReader {
  /// Both files or neither; half a pair is a fault.
  fileprivate mutating func tls() -> Configuration.TLS? {
    let certificate = value(of: Settings.tlsCertificate)
    let key = value(of: Settings.tlsKey)
    guard let certificate, let key else { return nil }
    switch (certificate, key) {
    case (let certificate?, let key?): return .init(certificate: certificate, key: key)
    case (.some, nil): refuse(Settings.tlsKey, missingFor: Settings.tlsCertificate)
    case (nil, .some): refuse(Settings.tlsCertificate, missingFor: Settings.tlsKey)
    case (nil, nil): break
    }
    return nil
  }
}
