import Channels
import Foundation
import ServiceDesk
import Storage

/// What is remembered, sealed in the browser, while a mailbox's owner agrees at a provider.
struct MailSignIn: Codable, Sendable {
  /// With whom mailboxes are opened without a password.
  enum Provider: String, Sendable, CaseIterable, Codable {
    case google, microsoft

    var name: String {
      switch self {
      case .google: "Google"
      case .microsoft: "Microsoft"
      }
    }

    fileprivate var provider: MailProvider {
      switch self {
      case .google: .google
      case .microsoft: .microsoft
      }
    }
  }

  /// Where the provider sends the owner back to.
  static let path = "/settings/mail/oauth"
  static let cookie = "rapport_mail"
  /// How long the owner may take.
  static let patience = Duration.minutes(15)

  let mailbox: ID<Mailbox>
  /// Who has begun it.
  let agent: ID<Agent>
  let provider: Provider
  let clientID: String
  let clientSecret: String?
  private let state: String
  private let verifier: String

  init(
    mailbox: ID<Mailbox>,
    agent: ID<Agent>,
    provider: Provider,
    clientID: String,
    clientSecret: String?
  ) {
    self.mailbox = mailbox
    self.agent = agent
    self.provider = provider
    self.clientID = clientID
    self.clientSecret = clientSecret
    let authorization = MailAuthorization()
    state = authorization.state
    verifier = authorization.verifier
  }

  var authorization: MailAuthorization { MailAuthorization(state: state, verifier: verifier) }

  /// This installation as the provider knows it, where it is reached at `address`.
  func application(at address: String) -> MailApplication {
    MailApplication(
      provider: provider.provider,
      clientID: clientID,
      clientSecret: clientSecret,
      redirectAddress: address + Self.path
    )
  }

  /// - Returns: `nil` unless the provider's leave lasts.
  func grant(_ token: MailToken) -> MailboxSecrets.Grant? {
    token.refreshToken.map { refreshToken in
      MailboxSecrets.Grant(
        tokenAddress: provider.provider.tokenAddress,
        scopes: provider.provider.scopes,
        clientID: clientID,
        clientSecret: clientSecret,
        refreshToken: refreshToken,
        accessToken: token.accessToken,
        expiresAt: Int64(token.expiresAt.timeIntervalSince1970 * 1_000)
      )
    }
  }
}

/// What a provider calls a program that asks for leave.
enum ClientIDLimits: TextLimits {
  static let range = 1...300
  static let field = "clientID"
}
