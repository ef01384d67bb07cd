package import ServiceDesk
import Storage

/// How to reach a mailbox's servers: addresses, credentials, limits.
package struct MailboxLine: Sendable {
  private let desk: Desk
  private let options: MailWireOptions
  private let account: ID<Account>
  private let mailbox: Mailbox

  package init(desk: Desk, options: MailWireOptions, account: ID<Account>, mailbox: Mailbox) {
    self.desk = desk
    self.options = options
    self.account = account
    self.mailbox = mailbox
  }

  /// A connection to where mail comes in, signed in.
  ///
  /// - Throws: `MailWireFailure`, `SecretFailure`.
  func incoming() async throws -> IMAPClient {
    guard let server = mailbox.settings.incoming else {
      throw MailWireFailure.unusable("no server for incoming mail is set")
    }
    let client = IMAPClient(to: MailHost(server), options: options)
    try await client.connect()
    if let credentials = try await credentials(for: server, password: \.incomingPassword) {
      try await client.signIn(credentials)
    }
    return client
  }

  /// A connection to where mail goes out, signed in.
  ///
  /// - Throws: `MailWireFailure`, `SecretFailure`.
  func outgoing() async throws -> SMTPClient {
    guard let server = mailbox.settings.outgoing else {
      throw MailWireFailure.unusable("no server for outgoing mail is set")
    }
    let client = SMTPClient(to: MailHost(server), options: options)
    try await client.connect()
    if let credentials = try await credentials(for: server, password: \.outgoingPassword) {
      try await client.signIn(credentials)
    }
    return client
  }

  /// - Returns: `nil` for a server where nobody signs in.
  private func credentials(
    for server: MailServer,
    password: KeyPath<MailboxSecrets, String?>
  ) async throws -> MailCredentials? {
    guard server.signIn != .none else { return nil }
    let secrets = try await secrets()
    switch server.signIn {
    case .none: return nil
    case .password:
      guard let word = secrets[keyPath: password] else {
        throw MailWireFailure.unusable("no password is set")
      }
      return .password(user: server.user, password: word)
    case .oauth:
      guard let grant = secrets.grant else {
        throw MailWireFailure.unusable("nobody has signed in with the provider yet")
      }
      let token = try await accessToken(of: grant, in: secrets)
      return .token(user: server.user, accessToken: token)
    }
  }

  private func secrets() async throws -> MailboxSecrets {
    let sealed = try await desk.answer(
      FindMailboxSecrets(mailbox: mailbox.id),
      as: .system(of: account)
    )
    guard let sealed else { return MailboxSecrets() }
    return try desk.secrets.open(sealed, of: account)
  }

  /// The token at hand, or a new one where that ends within a minute.
  private func accessToken(
    of grant: MailboxSecrets.Grant,
    in secrets: MailboxSecrets
  ) async throws -> String {
    let soon = (desk.now() + .minutes(1)).milliseconds
    if let token = grant.accessToken, let end = grant.expiresAt, end > soon { return token }
    let renewed = try await grant.renewed(by: WebClient(options.web), at: desk.now())
    var secrets = secrets
    secrets.grant = renewed
    try await desk.perform(
      RenewMailboxSecrets(
        mailbox: mailbox.id,
        secrets: desk.secrets.seal(secrets, of: account)
      ),
      as: .system(of: account)
    )
    return renewed.accessToken ?? ""
  }
}

extension MailWireOptions {
  /// As strict towards providers of tokens as towards mail servers.
  package var web: WebOptions {
    WebOptions(
      allowsPrivate: allowsPlain,
      allowsPlain: allowsPlain,
      certificateAuthorities: certificateAuthorities
    )
  }
}

extension MailHost {
  package init(_ server: MailServer) {
    let security: Security =
      switch server.security {
      case .tls: .tls
      case .startTLS: .startTLS
      case .none: .none
      }
    self.init(name: server.host, port: server.port, security: security)
  }
}
