/// What the interface says in one language.
package struct Catalogue: Sendable {
  /// The title of a problem, by status.
  let titles: [Int: String]
  /// What is wrong and what would be right, by the problem's code.
  let details: [String: String]
  let start: StartPage
  let setup: SetupPage

  /// The texts of the start page.
  package struct StartPage: Sendable {
    package let tagline: String
    package let running: String
    package let firstSteps: String
    package let createAdministrator: String
    package let tryTheAPI: String
    package let documentation: String
    package let health: String
  }

  /// The texts of the set-up page.
  package struct SetupPage: Sendable {
    package let title: String
    package let introduction: String
    package let account: String
    package let name: String
    package let email: String
    package let password: String
    package let create: String
    package let done: String
    package let goOn: String
  }

  /// The texts of a problem.
  package func problem(_ code: String, status: Int) -> (title: String, detail: String) {
    let title = titles[status] ?? "HTTP \(status)"
    return (title, details[code] ?? title)
  }
}
