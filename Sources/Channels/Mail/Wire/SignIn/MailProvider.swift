/// Somebody with whom mailboxes are opened by OAuth 2 instead of a password.
package struct MailProvider: Sendable, Hashable {
  /// Where the user is sent to agree.
  package var authorizationAddress: String

  /// Where codes and refresh tokens become access tokens.
  package var tokenAddress: String

  /// What the user is asked to agree to.
  package var scopes: [String]

  /// What the provider needs besides the standard's parameters, to give a refresh token.
  package var parameters: [String: String]

  package init(
    authorizationAddress: String,
    tokenAddress: String,
    scopes: [String],
    parameters: [String: String] = [:]
  ) {
    self.authorizationAddress = authorizationAddress
    self.tokenAddress = tokenAddress
    self.scopes = scopes
    self.parameters = parameters
  }
}

extension MailProvider {
  /// Gmail and Workspace: <https://developers.google.com/gmail/imap/xoauth2-protocol>.
  package static let google = MailProvider(
    authorizationAddress: "https://accounts.google.com/o/oauth2/v2/auth",
    tokenAddress: "https://oauth2.googleapis.com/token",
    scopes: ["https://mail.google.com/"],
    parameters: ["access_type": "offline", "prompt": "consent"]
  )

  /// All work and private accounts, see `microsoft(tenant:)`.
  package static let microsoft = microsoft(validTenant: "common")

  /// Microsoft 365 and Outlook, for the accounts of one organisation.
  ///
  /// After <https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth>.
  /// - Returns: `nil` for a tenant that is neither an identifier nor a domain.
  package static func microsoft(tenant: String) -> MailProvider? {
    let isValid =
      !tenant.isEmpty
      && tenant.utf8.allSatisfy { byte in
        let character = Character(UnicodeScalar(byte))
        return byte < 0x80 && (character.isLetter || character.isNumber || ".-".contains(character))
      }
    return isValid ? microsoft(validTenant: tenant) : nil
  }

  private static func microsoft(validTenant tenant: String) -> MailProvider {
    let address = "https://login.microsoftonline.com/\(tenant)/oauth2/v2.0"
    return MailProvider(
      authorizationAddress: "\(address)/authorize",
      tokenAddress: "\(address)/token",
      scopes: [
        "https://outlook.office.com/IMAP.AccessAsUser.All",
        "https://outlook.office.com/SMTP.Send",
        "offline_access",
      ]
    )
  }
}

extension MailHost {
  package static let googleIMAP = MailHost(name: "imap.gmail.com", port: 993, security: .tls)
  package static let googleSMTP = MailHost(name: "smtp.gmail.com", port: 465, security: .tls)

  package static let microsoftIMAP = MailHost(
    name: "outlook.office365.com",
    port: 993,
    security: .tls
  )

  package static let microsoftSMTP = MailHost(
    name: "smtp.office365.com",
    port: 587,
    security: .startTLS
  )
}
