import Channels
import Foundation

/// The throwaway Dovecot and Postfix that `bin/test` starts.
struct MailServers: Decodable {
  struct Ports: Decodable {
    var plain: Int?
    var starttls: Int
    var tls: Int
  }

  struct OAuth: Decodable {
    var user: String
    var token: String
    var expiredToken: String
  }

  /// `nil` where none run; suites that need them are skipped then.
  static let running: MailServers? = ProcessInfo.processInfo.environment["RAPPORT_TEST_MAIL"]
    .flatMap { FileManager.default.contents(atPath: $0) }
    // A file that is not theirs skips the suites as none would; `bin/test` counts what ran.
    .flatMap { try? JSONDecoder().decode(MailServers.self, from: $0) }

  var host: String
  var certificateAuthority: String
  var mailFolder: String
  var imap: Ports
  var smtp: Ports
  var domain: String
  var password: String
  var oauth: OAuth
}

extension MailServers {
  /// Trusts the authority of this run.
  var options: MailWireOptions { MailWireOptions(certificateAuthorities: certificateAuthority) }

  /// An address whose mailbox nobody has used.
  func freshAddress() -> String {
    "wire-\(UInt64.random(in: 0...UInt64.max))@\(domain)"
  }

  func imapHost(_ security: MailHost.Security = .tls) -> MailHost {
    MailHost(
      name: host,
      port: security == .tls ? imap.tls : imap.starttls,
      security: security
    )
  }

  func smtpHost(_ security: MailHost.Security) -> MailHost {
    let port =
      switch security {
      case .tls: smtp.tls
      case .startTLS: smtp.starttls
      case .none: smtp.plain ?? 0
      }
    return MailHost(name: host, port: port, security: security)
  }

  func credentials(of address: String) -> MailCredentials {
    .password(user: address, password: password)
  }

  /// A client that has signed in to that address's mailbox.
  func client(of address: String) async throws -> IMAPClient {
    let client = IMAPClient(to: imapHost(), options: options)
    try await client.connect()
    try await client.signIn(credentials(of: address))
    return client
  }

  /// Where Dovecot keeps that address's mail.
  func maildir(of address: String) -> URL {
    let parts = address.split(separator: "@")
    return URL(filePath: mailFolder).appending(path: "\(parts[1])/\(parts[0])/Maildir")
  }
}
