import Hummingbird
import ServiceDesk

/// The labels of the account.
struct LabelSettingsRoutes: Sendable {
  let gate: DeskGate

  private static let path = "/settings/labels"

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      let labels = try await visit.answer(ListLabels(window: visit.settingsWindow()))
      return LabelsSettings(
        shell: shell,
        labels: labels.items.map { ($0.id, $0.name.text) },
        next: labels.next?.text
      ).html
    }
    section.get("/settings/labels", on: router)
    section.post("/settings/labels", on: router, fields: ["labels": "name"]) { visit, form in
      _ = try await visit.perform(AddLabel(name: try Label.Name(form["name"])))
      return Self.path
    }
    section.post("/settings/labels/{label}/removal", on: router) { visit, _ in
      try await visit.perform(RemoveLabel(label: try visit.id("label", absent: .noSuchLabel)))
      return Self.path
    }
  }
}
