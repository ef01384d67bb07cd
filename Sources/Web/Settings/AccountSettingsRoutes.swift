import Hummingbird
import ServiceDesk

/// What holds for the whole account.
struct AccountSettingsRoutes: Sendable {
  let gate: DeskGate

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      let account = try await visit.answer(CurrentAccount())
      return AccountSettings(
        shell: shell,
        name: account.name.text,
        replyMinutes: String(account.settings.replyMinutes),
        reopenDays: String(account.settings.reopenDays)
      ).html
    }
    section.get("/settings/account", on: router)
    section.post("/settings/account", on: router) { visit, form in
      let command = ChangeAccount(
        name: try Account.Name(form["name"]),
        // What is no number is as wrong as one out of range.
        replyMinutes: Int(form["replyMinutes"].trimmed) ?? -1,
        reopenDays: Int(form["reopenDays"].trimmed) ?? -1
      )
      _ = try await visit.perform(command)
      return "/settings/account"
    }
  }
}
