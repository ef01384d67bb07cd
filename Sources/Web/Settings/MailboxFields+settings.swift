import ServiceDesk
import Storage

extension MailboxFields {
  /// Writes what was typed into the settings.
  ///
  /// - Throws: ``MailboxFailure``, `TextFailure`, `EmailAddressFailure`.
  func apply(to settings: inout Mailbox.Settings, at now: Timestamp) throws {
    settings.name = try Mailbox.Name(self["name"]).text
    settings.address = try emailAddress.text
    settings.aliases = try placing("aliases") {
      try lines("aliases").prefix(Mailbox.Settings.mostAliases).map { try EmailAddress($0).text }
    }
    settings.incoming = try server("in")
    settings.outgoing = try server("out")
    settings.fetching = fetching(at: now)
    settings.sender = Mailbox.SenderName(
      style: Mailbox.SenderName.Style(rawValue: self["senderStyle"]) ?? .both,
      team: text("senderTeam", most: 100)
    )
    settings.quoting = Mailbox.Quoting(rawValue: self["quoting"]) ?? .last
    settings.acknowledges = !self["acknowledges"].isEmpty
    settings.trustedServer = text("trusted", most: 255)
    for language in Language.allCases.map(\.rawValue) {
      settings.signatures[language] = text("signature-\(language)", most: 5_000)
    }
  }

  /// The settings of a mailbox to be added.
  ///
  /// - Throws: as ``apply(to:at:)``.
  func settings(at now: Timestamp) throws -> Mailbox.Settings {
    var settings = Mailbox.Settings(
      name: try Mailbox.Name(self["name"]),
      address: try emailAddress
    )
    try apply(to: &settings, at: now)
    return settings
  }

  private var emailAddress: EmailAddress {
    get throws { try placing("address") { try EmailAddress(self["address"]) } }
  }

  private func server(_ prefix: String) throws -> MailServer? {
    let host = self["\(prefix)Host"].trimmed
    guard !host.isEmpty else { return nil }
    let user = self["\(prefix)User"].trimmed
    return try placing("\(prefix)Host") {
      try MailServer(
        host: host,
        port: Int(self["\(prefix)Port"].trimmed) ?? 0,
        security: MailServer.Security(rawValue: self["\(prefix)Security"]) ?? .tls,
        signIn: MailServer.SignIn(rawValue: self["\(prefix)SignIn"]) ?? .password,
        user: String((user.isEmpty ? self["address"].trimmed : user).unicodeScalars.prefix(320))
      )
    }
  }

  private func fetching(at now: Timestamp) -> Mailbox.Fetching {
    let since: Timestamp? =
      switch self["since"] {
      case "all": nil
      case let kept: Int64(kept).map { Timestamp(milliseconds: $0) } ?? now
      }
    let folders = lines("folders").prefix(50).map { String($0.unicodeScalars.prefix(255)) }
    return Mailbox.Fetching(
      folders: folders.isEmpty ? ["INBOX"] : folders,
      after: Mailbox.Fetching.After(rawValue: self["after"]) ?? .leave,
      moveTo: text("moveTo", most: 255),
      since: since
    )
  }

  private func lines(_ name: String) -> [String] {
    self[name].split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// - Returns: `nil` where there is nothing but white space.
  private func text(_ name: String, most: Int) -> String? {
    let text = self[name].replacing("\r\n", with: "\n").trimmed
    return text.isEmpty ? nil : String(text.unicodeScalars.prefix(most))
  }
}
