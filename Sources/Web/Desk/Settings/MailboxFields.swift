import Channels
package import ServiceDesk
import Storage

/// The form of a mailbox: what its fields hold, as stored or as typed.
///
/// `name`, `address`, `aliases` (one a line); for each server, `in` and `out`: `inHost`, `inPort`,
/// `inSecurity`, `inSignIn`, `inUser`, `inPassword`; `folders` (one a line), `after`, `moveTo`,
/// `since` (`all`, `now` or a number of milliseconds since 1970 UTC); `senderStyle`, `senderTeam`,
/// `quoting`, `signature-en` and the like, `acknowledges`, `trusted`, `sends`.
package struct MailboxFields: Sendable {
  /// Fields under one heading.
  struct Group: Sendable {
    var title: String?
    var hint: String?
    let fields: [Field]
  }

  /// By the fields' names; never a password.
  package private(set) var values: [String: String]

  /// What somebody typed.
  package init(typed: [String: String]) {
    values = typed.filter { !$0.key.hasSuffix("Password") }
  }

  package init(_ settings: Mailbox.Settings) {
    values = [
      "name": settings.name, "address": settings.address,
      "aliases": settings.aliases.joined(separator: "\n"),
      "folders": settings.fetching.folders.joined(separator: "\n"),
      "after": settings.fetching.after.rawValue, "moveTo": settings.fetching.moveTo ?? "",
      "since": settings.fetching.since.map { String($0) } ?? "all",
      "senderStyle": settings.sender.style.rawValue, "senderTeam": settings.sender.team ?? "",
      "quoting": settings.quoting.rawValue, "acknowledges": settings.acknowledges ? "1" : "",
      "trusted": settings.trustedServer ?? "",
    ]
    for (language, text) in settings.signatures { values["signature-\(language)"] = text }
    set("in", settings.incoming)
    set("out", settings.outgoing)
  }

  /// A new mailbox with a provider's servers.
  package init(preset: String) {
    values = [
      "folders": "INBOX", "after": Mailbox.Fetching.After.leave.rawValue, "since": "now",
      "senderStyle": Mailbox.SenderName.Style.both.rawValue,
      "quoting": Mailbox.Quoting.last.rawValue,
    ]
    let (incoming, outgoing): (MailHost, MailHost) =
      switch preset {
      case "google": (.googleIMAP, .googleSMTP)
      case "microsoft": (.microsoftIMAP, .microsoftSMTP)
      default: (MailHost(name: "", port: 993, security: .tls), .other)
      }
    let signIn: MailServer.SignIn = preset == "microsoft" ? .oauth : .password
    for (prefix, host) in [("in", incoming), ("out", outgoing)] {
      values["\(prefix)Host"] = host.name
      values["\(prefix)Port"] = String(host.port)
      values["\(prefix)Security"] = host.security.rawValue
      values["\(prefix)SignIn"] = signIn.rawValue
    }
  }

  private mutating func set(_ prefix: String, _ server: MailServer?) {
    values["\(prefix)Host"] = server?.host ?? ""
    values["\(prefix)Port"] = server.map { String($0.port) } ?? (prefix == "in" ? "993" : "465")
    values["\(prefix)Security"] = (server?.security ?? .tls).rawValue
    values["\(prefix)SignIn"] = (server?.signIn ?? .password).rawValue
    values["\(prefix)User"] = server?.user ?? ""
  }

  subscript(_ name: String) -> String { values[name] ?? "" }
}

extension MailHost {
  /// What most servers for sending offer.
  fileprivate static let other = MailHost(name: "", port: 465, security: .tls)
}

extension MailboxFields {
  /// The form's fields.
  func groups(_ text: MailboxTexts, keepsPasswords: Bool) -> [Group] {
    [
      identity(text.form), server("in", text.form, keepsPasswords),
      server("out", text.form, keepsPasswords), fetching(text.form), answers(text.form),
      Group(fields: [Field("sends", text.check.sends, value: self["sends"], control: .tick)]),
    ]
  }

  private func identity(_ text: MailboxTexts.Form) -> Group {
    Group(fields: [
      Field("name", text.name, value: self["name"], hint: text.nameHint, isRequired: true),
      Field(
        "address",
        text.address,
        value: self["address"],
        control: .line(type: "email"),
        isRequired: true
      ),
      Field(
        "aliases",
        text.aliases,
        value: self["aliases"],
        control: .text(rows: 2),
        hint: text.aliasesHint
      ),
    ])
  }

  private func server(_ prefix: String, _ text: MailboxTexts.Form, _ keeps: Bool) -> Group {
    func field(_ name: String, _ label: String, _ control: Field.Control) -> Field {
      Field("\(prefix)\(name)", label, value: self["\(prefix)\(name)"], control: control)
    }
    var password = field("Password", text.password, .line(type: "password"))
    password.autocomplete = "new-password"
    password.hint = keeps ? text.passwordKept : nil
    return Group(
      title: prefix == "in" ? text.incoming : text.outgoing,
      hint: prefix == "in" ? text.incomingHint : text.outgoingHint,
      fields: [
        field("Host", text.host, .line(type: "text")),
        field("Port", text.port, .line(type: "number")),
        field("Security", text.security, .choice(MailServer.Security.choices(text.securities))),
        field("SignIn", text.signIn, .choice(MailServer.SignIn.choices(text.signIns))),
        field("User", text.user, .line(type: "text")), password,
      ]
    )
  }

  private func fetching(_ text: MailboxTexts.Form) -> Group {
    var since = [Field.Choice("now", text.sinceNow), Field.Choice("all", text.sinceAll)]
    if let kept = Int64(self["since"]) {
      let day = Timestamp(milliseconds: kept).rfc3339.prefix(10)
      since.insert(Field.Choice(self["since"], text.sinceKept(String(day))), at: 0)
    }
    return Group(
      title: text.fetching,
      fields: [
        Field(
          "folders",
          text.folders,
          value: self["folders"],
          control: .text(rows: 2),
          hint: text.foldersHint
        ),
        Field("since", text.since, value: self["since"], control: .choice(since)),
        Field(
          "after",
          text.after,
          value: self["after"],
          control: .choice(Mailbox.Fetching.After.choices(text.afters))
        ),
        Field("moveTo", text.moveTo, value: self["moveTo"]),
      ]
    )
  }

  private func answers(_ text: MailboxTexts.Form) -> Group {
    let signatures = Language.allCases.map { language in
      Field(
        "signature-\(language.rawValue)",
        text.signature(language.ownName),
        value: self["signature-\(language.rawValue)"],
        control: .text(rows: 2)
      )
    }
    return Group(
      title: text.answers,
      fields: [
        Field(
          "senderStyle",
          text.sender,
          value: self["senderStyle"],
          control: .choice(Mailbox.SenderName.Style.choices(text.senderStyles))
        ),
        Field("senderTeam", text.team, value: self["senderTeam"], hint: text.teamHint),
        Field(
          "quoting",
          text.quoting,
          value: self["quoting"],
          control: .choice(Mailbox.Quoting.choices(text.quotings))
        ),
      ] + signatures + [
        Field(
          "acknowledges",
          text.acknowledges,
          value: self["acknowledges"],
          control: .tick,
          hint: text.acknowledgesHint
        ),
        Field("trusted", text.trusted, value: self["trusted"], hint: text.trustedHint),
      ]
    )
  }
}

extension CaseIterable where Self: RawRepresentable & Hashable, RawValue == String {
  /// All cases, each by its word.
  fileprivate static func choices(_ words: [Self: String]) -> [Field.Choice] {
    allCases.map { Field.Choice($0.rawValue, words[$0] ?? $0.rawValue) }
  }
}
