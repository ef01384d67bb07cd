import Hummingbird
import ServiceDesk

/// The saved replies; every agent may keep them.
struct SavedReplySettingsRoutes: Sendable {
  let gate: DeskGate

  private static let path = "/settings/saved-replies"

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate, scopes: .write) { visit, shell in
      let page = try await visit.answer(ListSavedReplies(window: visit.settingsWindow()))
      return SavedRepliesSettings(
        shell: shell,
        replies: page.items.map { ($0.id, $0.name.text, $0.text.text) },
        edited: nil,
        next: page.next?.text
      ).html
    }
    section.get("/settings/saved-replies", on: router)
    section.post("/settings/saved-replies", on: router) { visit, form in
      let command = AddSavedReply(
        name: try SavedReply.Name(form["name"]),
        text: try SavedReply.Text(form["text"]),
        language: try form.language,
        shortcut: try form.shortcut
      )
      _ = try await visit.perform(command)
      return Self.path
    }
    addEditing(to: router)
  }

  private func addEditing(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate, scopes: .write) { visit, shell in
      let reply = try await visit.answer(FindSavedReply(savedReply: try visit.savedReply()))
      return SavedRepliesSettings(
        shell: shell,
        replies: [],
        edited: reply.id,
        values: .init(
          name: reply.name.text,
          shortcut: reply.shortcut?.text ?? "",
          text: reply.text.text,
          language: reply.language?.text ?? ""
        )
      ).html
    }
    section.get("/settings/saved-replies/{savedReply}", on: router)
    section.post("/settings/saved-replies/{savedReply}", on: router) { visit, form in
      let command = ChangeSavedReply(
        savedReply: try visit.savedReply(),
        name: try SavedReply.Name(form["name"]),
        text: try SavedReply.Text(form["text"]),
        language: .some(try form.language),
        shortcut: .some(try form.shortcut)
      )
      _ = try await visit.perform(command)
      return Self.path
    }
    section.post("/settings/saved-replies/{savedReply}/removal", on: router) { visit, _ in
      try await visit.perform(RemoveSavedReply(savedReply: try visit.savedReply()))
      return Self.path
    }
  }
}

extension DeskVisit {
  fileprivate func savedReply() throws -> ID<SavedReply> {
    try id("savedReply", absent: .noSuchSavedReply)
  }
}

extension FormBody {
  fileprivate var language: LanguageTag? {
    get throws { self["language"].isEmpty ? nil : try LanguageTag(self["language"]) }
  }

  fileprivate var shortcut: SavedReply.Shortcut? {
    get throws {
      let typed = self["shortcut"].trimmed
      return typed.isEmpty ? nil : try SavedReply.Shortcut(typed)
    }
  }
}
