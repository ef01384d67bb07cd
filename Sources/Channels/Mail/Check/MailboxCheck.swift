package import Foundation
package import ServiceDesk

/// Tries what somebody has entered for a mailbox, each server as its own user.
package struct MailboxCheck: Sendable {
  package var settings: Mailbox.Settings
  package var secrets: MailboxSecrets
  /// Whether a message is sent from the mailbox to itself.
  package var sendsMessage: Bool

  private let options: MailWireOptions

  package init(
    settings: Mailbox.Settings,
    secrets: MailboxSecrets,
    sendsMessage: Bool = false,
    options: MailWireOptions
  ) {
    self.settings = settings
    self.secrets = secrets
    self.sendsMessage = sendsMessage
    self.options = options.hasty
  }

  /// Tries all steps with both servers, at the same time.
  ///
  /// - Returns: incoming mail first; nothing for a server that is not set.
  package func run(at now: Date) async -> [MailCheckResult] {
    async let incoming = check(.incoming, settings.incoming, secrets.incomingPassword, at: now)
    async let outgoing = check(.outgoing, settings.outgoing, secrets.outgoingPassword, at: now)
    return await incoming + outgoing
  }

  private func check(
    _ direction: MailCheckResult.Direction,
    _ server: MailServer?,
    _ password: String?,
    at now: Date
  ) async -> [MailCheckResult] {
    guard let server else { return [] }
    let credentials: MailCredentials?
    do {
      credentials = try await self.credentials(for: server, password, at: now)
    } catch {
      let outcome = MailCheckResult.Outcome.failed(.signInRefused, words: "\(error.words)")
      return [
        MailCheckResult(direction: direction, step: .signIn, outcome: outcome, duration: .zero)
      ]
    }
    let host = MailHost(server)
    let address = settings.address
    var check = MailCheck(
      incoming: direction == .incoming ? host : nil,
      outgoing: direction == .outgoing ? host : nil,
      credentials: credentials,
      message: sendsMessage ? .init(from: address, to: address) : nil,
      options: options
    )
    check.folder = settings.fetching.folders.first ?? "INBOX"
    let results = CheckResults()
    _ = await check.run(at: now) { await results.add($0) }
    return await results.all
  }

  private func credentials(
    for server: MailServer,
    _ password: String?,
    at now: Date
  ) async throws(MailTokenFailure) -> MailCredentials? {
    switch server.signIn {
    case .none: return nil
    case .password: return .password(user: server.user, password: password ?? "")
    case .oauth:
      guard let grant = secrets.grant else { throw .signInAgain("") }
      let time = Int64(now.timeIntervalSince1970 * 1_000)
      if let token = grant.accessToken, let end = grant.expiresAt, end > time {
        return .token(user: server.user, accessToken: token)
      }
      let token = try await grant.token(by: WebClient(options.web), at: now)
      return .token(user: server.user, accessToken: token.accessToken)
    }
  }
}

/// Gathers what is reported.
private actor CheckResults {
  private(set) var all: [MailCheckResult] = []

  func add(_ result: MailCheckResult) { all.append(result) }
}

extension MailWireOptions {
  /// Somebody waits for the answer before a page.
  fileprivate var hasty: MailWireOptions {
    var options = self
    options.connectLimit = .seconds(15)
    options.silenceLimit = .seconds(15)
    options.operationLimit = .seconds(20)
    options.deliveryLimit = .seconds(30)
    return options
  }
}
