import Hummingbird
import ServiceDesk

/// Customers of whom the team wants to hear no more.
struct BlockedSettingsRoutes: Sendable {
  let gate: DeskGate

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      let query = ListCustomers(isBlocked: true, window: try visit.settingsWindow())
      let blocked = try await visit.answer(query)
      return BlockedSettings(
        shell: shell,
        people: blocked.items.map { customer in
          BlockedSettings.Person(
            id: customer.id,
            name: customer.name ?? customer.identities.first?.value,
            since: customer.blockedAt
          )
        },
        next: blocked.next?.text
      ).html
    }
    section.get("/settings/blocked", on: router)
    section.post("/settings/blocked/{customer}/removal", on: router) { visit, _ in
      let customer: ID<Customer> = try visit.id("customer", absent: .noSuchCustomer)
      _ = try await visit.perform(UnblockCustomer(customer: customer))
      return "/settings/blocked"
    }
  }
}
