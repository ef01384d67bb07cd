import Hummingbird
import NIOCore
import ServiceDesk

/// The reader's own profile, password, picture and sessions.
struct ProfileSettingsRoutes: Sendable {
  /// Room for the picture and what a form puts around it.
  private static let mostUploadBytes = PictureFile.mostBytes + 16_384
  private static let mostSessions = 20
  private static let path = "/settings/profile"

  let gate: DeskGate

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate, scopes: .read) { visit, shell in
      // As it is now: what was changed a moment ago is not in the session's copy.
      let agent = try await visit.answer(CurrentAgent())
      let sessions = try await visit.answer(ListSessions(window: Window(limit: Self.mostSessions)))
      return ProfileSettings(
        shell: shell,
        name: agent.name.text,
        language: agent.language?.text ?? "",
        zone: agent.timeZone?.text ?? "",
        calendar: agent.calendar.rawValue,
        picture: agent.picturePath,
        mail: try await visit.answer(FindMailPreferences()),
        sessions: sessions.items,
        current: visit.signedIn.session
      ).html
    }
    section.get("/settings/profile", on: router)
    section.post("/settings/profile", on: router, fields: ["timeZone": "zone"]) { visit, form in
      let command = ChangeProfile(
        name: try Agent.Name(form["name"]),
        language: .some(form["language"].isEmpty ? nil : try LanguageTag(form["language"])),
        timeZone: .some(form["zone"].isEmpty ? nil : try TimeZoneName(form["zone"])),
        calendar: Agent.Calendar(rawValue: form["calendar"])
      )
      _ = try await visit.perform(command)
      return Self.path
    }
    addPassword(section, to: router)
    addMail(section, to: router)
    addPicture(section, to: router)
    section.post("/settings/profile/sessions/{session}/removal", on: router) { visit, _ in
      let session: ID<Session> = try visit.id("session", absent: .noSuchSession)
      try await visit.perform(EndSession(session: session))
      return Self.path
    }
  }

  private func addMail(_ section: SettingsSection, to router: Router<WebContext>) {
    section.post("/settings/profile/mail", on: router) { visit, form in
      var signatures: [String: String] = [:]
      for language in Language.allCases {
        let field = "signature-\(language.rawValue)"
        signatures[language.rawValue] = form[field]
        // Looked at here too, because only here is it known beside which field a fault belongs.
        _ = try MailTemplate(
          form[field],
          speakingOf: MailTemplate.signatureVariables,
          field: field
        )
      }
      let command = ChangeMailPreferences(
        notices: MailPreferences.Notices(rawValue: form["notices"]),
        digest: !form["digest"].isEmpty,
        signatures: signatures
      )
      _ = try await visit.perform(command)
      return Self.path
    }
  }

  private func addPassword(_ section: SettingsSection, to router: Router<WebContext>) {
    gate.post("/settings/profile/password", on: router) { visit, form in
      do {
        try await visit.desk.changePassword(
          from: form["current"],
          to: form["new"],
          of: visit.signedIn
        )
        return .seeOther("\(Self.path)?saved=1")
      } catch let failure as SignInFailure where !visit.isByScript {
        return try await section.refuse(visit, form, failure, ["password": "current"])
      } catch let failure as PasswordFailure where !visit.isByScript {
        return try await section.refuse(visit, form, failure, ["password": "new"])
      }
    }
  }

  private func addPicture(_ section: SettingsSection, to router: Router<WebContext>) {
    gate.files("/settings/profile/picture", on: router, most: Self.mostUploadBytes) {
      visit,
      form in
      do {
        guard let file = form.file("picture") else { throw ProfileFailure.notAPicture }
        let picture = try PictureFile(file.bytes)
        let stored = try await visit.desk.upload(
          picture.bytes,
          name: picture.name,
          type: picture.type,
          as: visit.viewer,
          once: nil
        ) { StoredAnswer(status: 201, body: $0.id.description) }
        _ = try await visit.perform(ChangeProfile(picture: .some(ID(stored.body))))
        return .seeOther("\(Self.path)?saved=1")
      } catch let failure as any Failure where !visit.isByScript {
        return try await section.refuse(visit, FormBody("picture="), failure, ["": "picture"])
      }
    }
    section.post("/settings/profile/picture/removal", on: router) { visit, _ in
      _ = try await visit.perform(ChangeProfile(picture: .some(nil)))
      return Self.path
    }
  }
}
