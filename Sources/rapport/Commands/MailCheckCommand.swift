import ArgumentParser
import Channels
import Foundation

/// Tries a mailbox's settings, and says what fails and what to change.
struct CheckMailbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Try a mailbox's settings step by step: resolve, connect, TLS, sign in, list, fetch, send."
  )

  @Option(help: "The server that mail is fetched from.") var imapHost: String?
  @Option(help: "Its port; by default the usual one.") var imapPort: Int?
  @Option(help: "How it is spoken to: tls, starttls or none.")
  var imapSecurity: MailHost.Security = .tls
  @Option(help: "The server that mail is sent to.") var smtpHost: String?
  @Option(help: "Its port; by default the usual one.") var smtpPort: Int?
  @Option(help: "How it is spoken to: tls, starttls or none.")
  var smtpSecurity: MailHost.Security = .startTLS
  @Option(help: "The user's name at both servers.") var user: String?
  @Flag(help: "Read the password, one line, from standard input.") var passwordStdin = false
  @Flag(help: "Read an OAuth 2 access token, one line, from standard input.") var tokenStdin = false
  @Option(help: "The folder to fetch from.") var folder = "INBOX"
  @Option(help: "The sender of a test message.") var from: String?
  @Option(help: "The recipient of a test message.") var to: String?
  @Option(help: "A file of PEM certificates to trust instead of the system's.")
  var certificateAuthorities: String?

  func validate() throws {
    guard imapHost != nil || smtpHost != nil else {
      throw ValidationError("nothing to check: name --imap-host, --smtp-host or both")
    }
    guard (user != nil) == (passwordStdin != tokenStdin) else {
      throw ValidationError("--user goes with either --password-stdin or --token-stdin")
    }
    guard (from == nil) == (to == nil) else { throw ValidationError("--from goes with --to") }
  }

  func run() async throws {
    let check = try check()
    let passed = await check.run(at: Date()) { print($0.line) }
    guard passed else { throw ExitCode.failure }
  }

  private func check() throws -> MailCheck {
    var check = MailCheck(
      incoming: imapHost.map {
        MailHost(name: $0, port: imapPort ?? imapSecurity.imapPort, security: imapSecurity)
      },
      outgoing: smtpHost.map {
        MailHost(name: $0, port: smtpPort ?? smtpSecurity.smtpPort, security: smtpSecurity)
      },
      credentials: try credentials(),
      message: addresses
    )
    check.folder = folder
    check.options.certificateAuthorities = certificateAuthorities
    return check
  }

  private func credentials() throws -> MailCredentials? {
    guard let user else { return nil }
    guard let secret = readLine(), !secret.isEmpty else {
      throw ValidationError("no password or token on standard input; one line is needed")
    }
    return tokenStdin
      ? .token(user: user, accessToken: secret) : .password(user: user, password: secret)
  }

  private var addresses: MailCheck.Addresses? {
    guard let from, let to else { return nil }
    return MailCheck.Addresses(from: from, to: to)
  }
}

extension MailHost.Security: ExpressibleByArgument {
  fileprivate var imapPort: Int { self == .tls ? 993 : 143 }

  fileprivate var smtpPort: Int {
    switch self {
    case .tls: 465
    case .startTLS: 587
    case .none: 25
    }
  }
}
