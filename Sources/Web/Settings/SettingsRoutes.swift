import Channels
import Hummingbird
import ServiceDesk

/// All pages of the settings, and the page of components.
struct SettingsRoutes: Sendable {
  let gate: DeskGate
  let address: PublicAddress
  let reader: MailReader
  let mailOptions: MailWireOptions
  /// The address that mails name.
  let mailAddress: String

  func add(to router: Router<WebContext>) {
    gate.get("/settings", on: router) { _ in .seeOther("/settings/profile") }
    ProfileSettingsRoutes(gate: gate).add(to: router)
    AccountSettingsRoutes(gate: gate).add(to: router)
    AgentSettingsRoutes(gate: gate, mailAddress: mailAddress).add(to: router)
    TeamSettingsRoutes(gate: gate).add(to: router)
    LabelSettingsRoutes(gate: gate).add(to: router)
    InboxSettingsRoutes(gate: gate, address: address).add(to: router)
    MailboxSettingsRoutes(gate: gate, address: address, options: mailOptions).add(to: router)
    MailroomRoutes(gate: gate, reader: reader).add(to: router)
    SavedReplySettingsRoutes(gate: gate).add(to: router)
    MailTextSettingsRoutes(gate: gate).add(to: router)
    TokenSettingsRoutes(gate: gate).add(to: router)
    BlockedSettingsRoutes(gate: gate).add(to: router)
    gate.get("/design", on: router) { visit in
      let navigation = try await visit.answer(NavigationState())
      let page = DesignPage(
        frame: visit.frame(at: navigation.position),
        navigation: visit.navigation(navigation),
        now: visit.desk.now()
      )
      return .page(page.html)
    }
  }
}
