import Foundation
import Hummingbird
import ServiceDesk

/// The inboxes, and how each presents itself.
struct InboxSettingsRoutes: Sendable {
  let gate: DeskGate
  let address: PublicAddress

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      let inboxes = try await visit.answer(ListInboxes(window: Window(limit: Inbox.most)))
      return InboxesSettings(
        shell: shell,
        inboxes: inboxes.items.map { ($0.id, $0.settings.name.text) }
      ).html
    }
    section.get("/settings/inboxes", on: router)
    section.post("/settings/inboxes", on: router) { visit, form in
      let settings = Inbox.Settings(name: try Inbox.Name(form["name"]))
      return "/settings/inboxes/\(try await visit.perform(AddInbox(settings: settings)).id)"
    }
    addEditing(to: router)
  }

  private func addEditing(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      let inbox = try await visit.answer(FindInbox(inbox: try visit.inbox()))
      return InboxSettings(
        shell: shell,
        id: inbox.id,
        values: InboxSettings.Values(inbox.settings),
        key: inbox.key.text,
        secret: visit.query("secret") == nil ? nil : inbox.secret.text,
        address: address.text(visit.request, visit.context)
      ).html
    }
    section.get("/settings/inboxes/{inbox}", on: router)
    section.post("/settings/inboxes/{inbox}", on: router) { visit, form in
      let command = ChangeInbox(
        inbox: try visit.inbox(),
        name: try Inbox.Name(form["name"]),
        origins: try form.origins,
        greeting: try Inbox.Greeting(form["greeting"]),
        colour: try Colour(form["colour"]),
        form: form.inboxForm,
        away: try Inbox.AwayText(form["away"])
      )
      return "/settings/inboxes/\(try await visit.perform(command).id)"
    }
    gate.post("/settings/inboxes/{inbox}/secret", on: router) { visit, _ in
      try section.require(visit)
      let inbox = try await visit.perform(RenewInboxSecret(inbox: try visit.inbox()))
      return .seeOther("/settings/inboxes/\(inbox.id)?secret=1")
    }
  }
}

extension DeskVisit {
  fileprivate func inbox() throws -> ID<Inbox> { try id("inbox", absent: .noSuchInbox) }
}

extension InboxSettings.Values {
  fileprivate init(_ settings: Inbox.Settings) {
    self.init(
      name: settings.name.text,
      greeting: settings.greeting?.text ?? "",
      away: settings.away?.text ?? "",
      colour: settings.colour.text,
      origins: settings.origins.origins.map(\.text).joined(separator: "\n"),
      form: settings.form.when.rawValue,
      askName: settings.form.name.rawValue,
      askEmail: settings.form.email.rawValue
    )
  }
}

extension FormBody {
  /// One a line; empty lines are passed over.
  fileprivate var origins: OriginList {
    get throws {
      let lines = self["origins"].split(whereSeparator: \.isWhitespace)
      return try OriginList(lines.map { try Origin(String($0)) })
    }
  }

  fileprivate var inboxForm: InboxForm {
    let usual = InboxForm()
    return InboxForm(
      when: InboxForm.When(rawValue: self["form"]) ?? usual.when,
      name: InboxForm.Field(rawValue: self["askName"]) ?? usual.name,
      email: InboxForm.Field(rawValue: self["askEmail"]) ?? usual.email
    )
  }
}
