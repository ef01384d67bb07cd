/// What the interface says in one language.
package struct Catalogue: Sendable {
  /// The title of a problem, by status.
  let titles: [Int: String]
  /// What is wrong and what would be right, by the problem's code.
  let details: [String: String]
  let start: StartPage

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

  /// The texts of a problem.
  package func problem(_ code: String, status: Int) -> (title: String, detail: String) {
    let title = titles[status] ?? "HTTP \(status)"
    return (title, details[code] ?? title)
  }
}
