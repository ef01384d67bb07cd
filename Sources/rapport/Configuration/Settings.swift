import Foundation
import Logging

/// Every setting there is.
///
/// Adding one takes a declaration here, a property of ``Configuration`` and an option beside its
/// like in ``StorageOptions`` or ``ServerOptions``.
enum Settings {
  static let config = Setting<String?>(
    optional: "config",
    summary: "YAML file with settings; the command line and the environment come before it.",
    needed: "the path of a readable YAML file",
    parse: readableFile
  )

  static let host = Setting<String>(
    "host",
    fallback: "127.0.0.1",
    summary: "Address or name to listen on; 0.0.0.0 or :: for every one of this machine.",
    needed: "an address or a host name",
    parse: { $0.isEmpty || $0.contains(where: \.isWhitespace) ? nil : $0 }
  )

  static let port = Setting<Int>(
    "port",
    fallback: "8080",
    summary: "Port to listen on; 0 takes any free one.",
    needed: "a whole number from 0 to 65535",
    parse: { number($0, in: 0...65535) }
  )

  static let data = Setting<URL>(
    "data",
    fallback: "./data",
    summary: "Folder of everything that is kept.",
    needed: "the path of a folder",
    parse: folder
  )

  static let database = Setting<DatabaseLocation>(
    "database",
    summary: "Empty for SQLite in the data folder, or the address of a PostgreSQL database.",
    needed: "nothing, or an address like postgres://user:password@host:5432/name",
    isSecret: true,
    parse: DatabaseLocation.init
  )

  static let databaseConnections = Setting<Int>(
    "database-connections",
    fallback: "8",
    summary: "How many connections to the database are kept open at most.",
    needed: "a whole number from 1 to 100",
    parse: { number($0, in: 1...100) }
  )

  static let secretKey = Setting<SecretKey?>(
    optional: "secret-key",
    summary: "Key that seals passwords of mailboxes; one for all nodes. Else made and kept in the "
      + "data folder.",
    needed: "64 hexadecimal digits, as `openssl rand -hex 32` prints them",
    isSecret: true,
    parse: SecretKey.init
  )

  static let tlsCertificate = Setting<String?>(
    optional: "tls-certificate",
    summary: "PEM file of the certificate and its chain; with it HTTPS is spoken.",
    needed: "the path of a readable file",
    parse: readableFile
  )

  static let tlsKey = Setting<String?>(
    optional: "tls-key",
    summary: "PEM file of the certificate's private key.",
    needed: "the path of a readable file",
    parse: readableFile
  )

  static let mailCertificates = Setting<String?>(
    optional: "mail-certificates",
    summary: "PEM file of the certificates by which mail servers are trusted, in place of the "
      + "system's.",
    needed: "the path of a readable file",
    parse: readableFile
  )

  static let trustedProxies = Setting<[IPNetwork]>(
    "trusted-proxies",
    summary: "Proxies whose word about a visitor's address is taken, joined by commas.",
    needed: "a list of addresses and networks, such as 10.0.0.0/8, fd00::/8 or 192.0.2.7,",
    isList: true,
    parse: networks
  )

  static let publicURL = Setting<URL?>(
    optional: "public-url",
    summary: "Address under which people reach this installation.",
    needed: "an address like https://help.example.com",
    parse: webAddress
  )

  static let logLevel = Setting<Logger.Level>(
    "log-level",
    fallback: "info",
    summary: "The least serious messages that are logged.",
    needed: choice(of: Logger.Level.allCases.map(\.rawValue)),
    parse: Logger.Level.init(rawValue:)
  )

  static let logFormat = Setting<LogFormat>(
    "log-format",
    fallback: "text",
    summary: "Form of the log: text for people, json for machines.",
    needed: choice(of: LogFormat.allCases.map(\.rawValue)),
    parse: LogFormat.init(rawValue:)
  )
}

private func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
  Int(text).flatMap { range.contains($0) ? $0 : nil }
}

private func choice(of words: [String]) -> String { "one of " + words.joined(separator: ", ") }

@Sendable private func folder(_ path: String) -> URL? {
  path.isEmpty ? nil : URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
}

@Sendable private func readableFile(_ path: String) -> String? {
  var isFolder: ObjCBool = false
  let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
  guard isThere, !isFolder.boolValue else { return nil }
  return FileManager.default.isReadableFile(atPath: path) ? path : nil
}

@Sendable private func networks(_ text: String) -> [IPNetwork]? {
  guard !text.isEmpty else { return [] }
  var networks: [IPNetwork] = []
  for part in text.split(separator: ",", omittingEmptySubsequences: false) {
    guard let network = IPNetwork(part.trimmingCharacters(in: .whitespaces)) else { return nil }
    networks.append(network)
  }
  return networks
}

@Sendable private func webAddress(_ text: String) -> URL? {
  guard
    let parts = URLComponents(string: text),
    ["http", "https"].contains(parts.scheme?.lowercased()),
    parts.host?.isEmpty == false,
    (parts.user, parts.password, parts.query, parts.fragment) == (nil, nil, nil, nil)
  else { return nil }
  return parts.url
}
