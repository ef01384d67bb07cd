import Hummingbird

/// Says what went wrong, to somebody who opened a page.
struct FaultPage: Sendable {
  let problem: Problem
  let language: Language
  let assets: String

  init(_ problem: Problem, language: Language, assets: String) {
    self.problem = problem
    self.language = language
    self.assets = assets
  }

  var html: HTML {
    let text = language.catalogue.problem(problem.code, status: problem.status)
    return PublicLayout(
      language: language,
      title: text.title,
      assets: assets,
      content: """
        <h1>\(text.title)</h1>
        \(Notice(text.detail, tone: .bad).html)
        <p><a href="/desk">\(language.catalogue.setup.goOn)</a></p>
        """
    ).html
  }

  var response: Response { .page(html, status: .init(code: problem.status)) }
}
