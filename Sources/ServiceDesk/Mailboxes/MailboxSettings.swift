package import Storage

extension Mailbox {
  /// What an administrator can set.
  package struct Settings: Sendable, Equatable, Codable {
    package var name: String
    /// Where customers write to; in the lower case in which addresses are compared.
    package var address: String
    /// Other addresses that lead to this mailbox.
    package var aliases: [String]
    package var sender: SenderName
    /// Mail comes by the API or a pipe alone where `nil`.
    package var incoming: MailServer?
    /// Nothing can be sent where `nil`.
    package var outgoing: MailServer?
    package var fetching: Fetching
    /// The server whose `Authentication-Results` (RFC 8601) are believed; none where `nil`.
    package var trustedServer: String?
    package var quoting: Quoting
    /// Whether a first mail is acknowledged at once.
    package var acknowledges: Bool
    /// The text under every answer, by language; the agent's own comes before it.
    package var signatures: [String: String]
    /// In which customers are written to where their mail does not tell; English where `nil`.
    package var language: String?

    package init(
      name: Mailbox.Name,
      address: EmailAddress,
      sender: SenderName = SenderName(),
      incoming: MailServer? = nil,
      outgoing: MailServer? = nil,
      fetching: Fetching = Fetching()
    ) {
      self.name = name.text
      self.address = address.text
      self.sender = sender
      self.incoming = incoming
      self.outgoing = outgoing
      self.fetching = fetching
      aliases = []
      quoting = .last
      acknowledges = false
      signatures = [:]
    }

    /// Whether mail to `address` comes here.
    package func owns(_ address: String) -> Bool {
      let address = address.lowercased()
      return address == self.address || aliases.contains(address)
    }
  }

  /// Whose name stands before the address of what is sent.
  package struct SenderName: Sendable, Equatable, Codable {
    package enum Style: String, Sendable, CaseIterable, Codable {
      /// `Sara`
      case agent
      /// `Anemone`
      case team
      /// `Sara at Anemone`
      case both
    }

    package var style: Style
    /// The account's name where `nil`.
    package var team: String?

    package init(style: Style = .both, team: String? = nil) {
      self.style = style
      self.team = team
    }
  }

  /// How much of what was said before goes along with an answer.
  package enum Quoting: String, Sendable, CaseIterable, Codable {
    case nothing
    /// The mail that is answered.
    case last
  }

  /// What is fetched, and what then happens to it on the server.
  package struct Fetching: Sendable, Equatable, Codable {
    package enum After: String, Sendable, CaseIterable, Codable {
      /// It stays as it was.
      case leave
      /// It is marked as seen.
      case flag
      /// It goes to another folder.
      case move
      case delete
    }

    package var folders: [String]
    package var after: After
    /// Where it goes, if it is moved.
    package var moveTo: String?
    /// Mail that reached the server earlier stays unfetched, in milliseconds since 1970 UTC; all
    /// is fetched where `nil`.
    package var since: Int64?

    package init(
      folders: [String] = ["INBOX"],
      after: After = .leave,
      moveTo: String? = nil,
      since: Timestamp? = nil
    ) {
      self.folders = folders
      self.after = after
      self.moveTo = moveTo
      self.since = since?.milliseconds
    }
  }
}

/// A server that holds or passes on mail, and how to sign in there.
package struct MailServer: Sendable, Equatable, Codable {
  /// How the line is kept from others.
  package enum Security: String, Sendable, CaseIterable, Codable {
    /// TLS from the first byte on.
    case tls
    /// Plain at first, then TLS or nothing.
    case startTLS = "starttls"
    /// Plain: for a server on the same machine alone.
    case none
  }

  /// How to prove who one is.
  package enum SignIn: String, Sendable, CaseIterable, Codable {
    case password
    /// A token of the provider (XOAUTH2), renewed when it ends.
    case oauth
    /// Not at all, as with a relay on the same machine.
    case none
  }

  package var host: String
  package var port: Int
  package var security: Security
  package var signIn: SignIn
  package var user: String

  /// - Throws: ``MailboxFailure/malformedServer``.
  package init(
    host: String,
    port: Int,
    security: Security,
    signIn: SignIn = .password,
    user: String = ""
  ) throws(MailboxFailure) {
    let host = host.trimmed.lowercased()
    guard (1...255).contains(host.utf8.count), (1...65_535).contains(port),
      host.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "/") })
    else { throw .malformedServer }
    self.host = host
    self.port = port
    self.security = security
    self.signIn = signIn
    self.user = user
  }
}

/// What signs a mailbox in; only ever kept sealed.
package struct MailboxSecrets: Sendable, Equatable, Codable {
  package var incomingPassword: String?
  package var outgoingPassword: String?
  package var grant: Grant?

  /// What a provider gave when the mailbox's owner signed in there (RFC 6749).
  package struct Grant: Sendable, Equatable, Codable {
    /// Where the provider renews tokens.
    package var tokenAddress: String
    /// What the owner has agreed to.
    package var scopes: [String]
    package var clientID: String
    package var clientSecret: String?
    package var refreshToken: String
    package var accessToken: String?
    /// In milliseconds since 1970 UTC.
    package var expiresAt: Int64?

    package init(
      tokenAddress: String,
      scopes: [String],
      clientID: String,
      clientSecret: String?,
      refreshToken: String,
      accessToken: String? = nil,
      expiresAt: Int64? = nil
    ) {
      self.tokenAddress = tokenAddress
      self.scopes = scopes
      self.clientID = clientID
      self.clientSecret = clientSecret
      self.refreshToken = refreshToken
      self.accessToken = accessToken
      self.expiresAt = expiresAt
    }
  }

  package init(
    incomingPassword: String? = nil,
    outgoingPassword: String? = nil,
    grant: Grant? = nil
  ) {
    self.incomingPassword = incomingPassword
    self.outgoingPassword = outgoingPassword
    self.grant = grant
  }
}
