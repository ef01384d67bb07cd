import ServiceDesk
import Storage

extension Mailbox {
  /// Writes it as the API shows it, to administrators; its secrets never.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      settings.writeMembers(to: &json)
      json.member("hasSecrets", hasSecrets)
      json.member("condition", condition.rawValue)
      json.member("pausedAt", pausedAt)
      json.name("health")
      health.write(to: &json)
      json.member("createdAt", createdAt)
    }
  }

  static let schema = Schema.named(
    "Mailbox",
    .object(
      [.required("id", .id)] + Settings.members + [
        .required("hasSecrets", .boolean, "Whether there is something to sign in with"),
        .required("condition", .choice(MailboxCondition.allCases.map(\.rawValue))),
        .required("pausedAt", .nullable(.time)),
        .required("health", MailboxHealth.schema),
        .required("createdAt", .time),
      ]
    )
  )
}

extension Mailbox.Settings {
  fileprivate func writeMembers(to json: inout JSONWriter) {
    json.member("name", name)
    json.member("address", address)
    json.name("aliases")
    json.array(aliases) { $0.value($1) }
    json.name("sender")
    json.object { json in
      json.member("style", sender.style.rawValue)
      json.member("team", sender.team)
    }
    json.name("incoming")
    incoming.write(to: &json)
    json.name("outgoing")
    outgoing.write(to: &json)
    json.name("fetching")
    fetching.write(to: &json)
    json.member("trustedServer", trustedServer)
    json.member("quoting", quoting.rawValue)
    json.member("acknowledges", acknowledges)
    json.name("signatures")
    json.object { json in
      for (language, text) in signatures.sorted(by: { $0.key < $1.key }) {
        json.name(language)
        json.value(text)
      }
    }
  }

  /// The members of an answer, all there.
  fileprivate static let members: [Schema.Member] = [
    .required("name", .string(length: 1...100)),
    .required("address", .string(length: 3...254)),
    .required("aliases", .array(.string(length: 3...254), most: mostAliases)),
    .required("sender", MailboxForm.sender),
    .required("incoming", .nullable(MailServer.schema), "null where mail comes by the API alone"),
    .required("outgoing", .nullable(MailServer.schema), "null where nothing can be sent"),
    .required("fetching", MailboxForm.fetching),
    .required("trustedServer", .nullable(.string(length: 1...255))),
    .required("quoting", .choice(Mailbox.Quoting.allCases.map(\.rawValue))),
    .required("acknowledges", .boolean),
    .required("signatures", .map(.string(length: 1...5_000), most: 50)),
  ]
}

extension MailServer? {
  fileprivate func write(to json: inout JSONWriter) {
    guard let self else { return json.null() }
    json.object { json in
      json.member("host", self.host)
      json.member("port", self.port)
      json.member("security", self.security.rawValue)
      json.member("signIn", self.signIn.rawValue)
      json.member("user", self.user)
    }
  }
}

extension MailServer {
  static let schema = Schema.named(
    "MailServer",
    .object([
      .required("host", .string(length: 1...255, format: .words)),
      .required("port", .integer(1...65_535)),
      .required(
        "security",
        .choice(Security.allCases.map(\.rawValue)),
        "none is for a server on the same machine alone"
      ),
      .required("signIn", .choice(SignIn.allCases.map(\.rawValue))),
      .required("user", .string(length: 0...320)),
    ])
  )
}

extension Mailbox.Fetching {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.name("folders")
      json.array(folders) { $0.value($1) }
      json.member("after", after.rawValue)
      json.member("moveTo", moveTo)
      json.member("since", since.map { Timestamp(milliseconds: $0) })
    }
  }
}

extension MailboxHealth {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("checkedAt", checkedAt)
      json.member("succeededAt", succeededAt)
      json.member("failedSince", failedSince)
      json.member("lastError", lastError)
      json.member("waiting", waiting)
      json.member("skipped", skipped)
    }
  }

  fileprivate static let schema = Schema.object([
    .required("checkedAt", .nullable(.time), "When it was last looked into"),
    .required("succeededAt", .nullable(.time), "When that last went well to the end"),
    .required("failedSince", .nullable(.time)),
    .required("lastError", .nullable(.string()), "In the server's own words"),
    .required("waiting", .integer(0...Int.max), "How many messages lie there unfetched"),
    .required("skipped", .integer(0...Int.max), "How many of them could not be fetched"),
  ])
}
