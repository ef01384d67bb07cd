import ServiceDesk
import Storage

/// What a request says about a mailbox; what it leaves out stays as it is.
struct MailboxForm: Sendable {
  let json: JSON

  /// Writes what was said into the settings.
  ///
  /// - Throws: ``MailboxFailure``, `TextFailure`, `EmailAddressFailure`, `LanguageTagFailure`.
  func apply(to settings: inout Mailbox.Settings) throws {
    if let name = json["name"]?.text { settings.name = try Mailbox.Name(name).text }
    if let address = json["address"]?.text {
      settings.address = try placing("address") { try EmailAddress(address).text }
    }
    if let aliases = json["aliases"]?.items {
      settings.aliases = try placing("aliases") {
        try aliases.map { try EmailAddress($0.text ?? "").text }
      }
    }
    if let sender = json["sender"] { settings.sender = sender.sender }
    if let server = json.members?["incoming"] {
      settings.incoming = try placing("incoming") { try server.mailServer }
    }
    if let server = json.members?["outgoing"] {
      settings.outgoing = try placing("outgoing") { try server.mailServer }
    }
    if let fetching = json["fetching"] { settings.fetching = fetching.fetching }
    if let trusted = json.members?["trustedServer"] { settings.trustedServer = trusted.text }
    if let quoting = json["quoting"]?.text.flatMap({ Mailbox.Quoting(rawValue: $0) }) {
      settings.quoting = quoting
    }
    if case .bool(let acknowledges)? = json["acknowledges"] { settings.acknowledges = acknowledges }
    if let signatures = json["signatures"]?.members {
      try placing("signatures") {
        for language in signatures.keys { _ = try LanguageTag(language) }
      }
      settings.signatures = signatures.compactMapValues(\.text)
    }
  }

  /// The settings of a mailbox to be added.
  ///
  /// - Throws: as ``apply(to:)``.
  func settings() throws -> Mailbox.Settings {
    var settings = Mailbox.Settings(
      name: try Mailbox.Name(json["name"]?.text ?? ""),
      address: try placing("address") { try EmailAddress(json["address"]?.text ?? "") }
    )
    try apply(to: &settings)
    return settings
  }

  var passwords: MailboxPasswords {
    MailboxPasswords(
      incoming: json["incomingPassword"]?.text,
      outgoing: json["outgoingPassword"]?.text
    )
  }

  static let sender = Schema.object([
    .required("style", .choice(Mailbox.SenderName.Style.allCases.map(\.rawValue))),
    .required("team", .nullable(.string(length: 1...100, format: .words)), "The account's if null"),
  ])

  static let fetching = Schema.object([
    .required("folders", .array(.string(length: 1...255, format: .words), most: 50)),
    .required(
      "after",
      .choice(Mailbox.Fetching.After.allCases.map(\.rawValue)),
      "What happens on the server to what was fetched"
    ),
    .required("moveTo", .nullable(.string(length: 1...255, format: .words))),
    .required("since", .nullable(.time), "Older mail stays unfetched"),
  ])

  static let name = Schema.string(length: 1...100, format: .words)
  static let address = Schema.string(length: 3...254, format: .words)

  /// What can be said besides name and address.
  static let members: [Schema.Member] = [
    .optional("aliases", .array(address, most: Mailbox.Settings.mostAliases)),
    .optional("sender", sender, "Whose name stands before the address"),
    .optional("incoming", .nullable(MailServer.schema), "An IMAP server"),
    .optional("outgoing", .nullable(MailServer.schema), "An SMTP server"),
    .optional("fetching", fetching),
    .optional(
      "trustedServer",
      .nullable(.string(length: 1...255, format: .words)),
      "Whose Authentication-Results (RFC 8601) are believed"
    ),
    .optional("quoting", .choice(Mailbox.Quoting.allCases.map(\.rawValue))),
    .optional("acknowledges", .boolean, "Whether a first mail is acknowledged at once"),
    .optional("signatures", .map(.string(length: 1...5_000), most: 50), "By language, as in en"),
    .optional("incomingPassword", .string(length: 1...1_000), "Never shown again"),
    .optional("outgoingPassword", .string(length: 1...1_000), "Never shown again"),
  ]
}

extension Mailbox.Settings {
  /// The most other addresses of a mailbox.
  static let mostAliases = 50
}

extension JSON {
  /// A sender in a body that was checked.
  fileprivate var sender: Mailbox.SenderName {
    let style = self["style"]?.text.flatMap { Mailbox.SenderName.Style(rawValue: $0) }
    return Mailbox.SenderName(style: style ?? .both, team: self["team"]?.text)
  }

  /// A server in a body that was checked; `nil` for null.
  fileprivate var mailServer: MailServer? {
    get throws {
      guard self != .null else { return nil }
      return try MailServer(
        host: self["host"]?.text ?? "",
        port: self["port"]?.wholeNumber ?? 0,
        security: self["security"]?.text.flatMap { MailServer.Security(rawValue: $0) } ?? .tls,
        signIn: self["signIn"]?.text.flatMap { MailServer.SignIn(rawValue: $0) } ?? .password,
        user: self["user"]?.text ?? ""
      )
    }
  }

  /// What is said about fetching in a body that was checked.
  fileprivate var fetching: Mailbox.Fetching {
    Mailbox.Fetching(
      folders: self["folders"]?.items?.compactMap(\.text) ?? ["INBOX"],
      after: self["after"]?.text.flatMap { Mailbox.Fetching.After(rawValue: $0) } ?? .leave,
      moveTo: self["moveTo"]?.text,
      since: self["since"]?.text.flatMap { Timestamp(rfc3339: $0) }
    )
  }
}
