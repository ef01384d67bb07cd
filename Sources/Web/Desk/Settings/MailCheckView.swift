import Channels

/// How a check of a mailbox went, step by step, with what to change.
struct MailCheckView: Sendable {
  let results: [MailCheckResult]
  let language: Language

  var html: HTML {
    let text = language.mailboxes
    let hasFailed = results.contains(where: \.isFailure)
    let notice = Notice(
      hasFailed ? text.check.failed : text.check.passed,
      tone: hasFailed ? .bad : .good
    )
    return """
      <section class="part check" aria-label="\(text.check.title)">
        \(notice.html)
        \(steps(.incoming, text.form.incoming))
        \(steps(.outgoing, text.form.outgoing))
      </section>
      """
  }

  private func steps(_ direction: MailCheckResult.Direction, _ title: String) -> HTML? {
    let own = results.filter { $0.direction == direction }
    guard !own.isEmpty else { return nil }
    return "<h2>\(title)</h2><ol class=\"entries\">\(.joined(own.map(step)))</ol>"
  }

  private func step(_ result: MailCheckResult) -> HTML {
    let text = language.mailboxes.check
    let name = text.steps[result.step] ?? ""
    return "<li><span class=\"about\">\(name)</span>\(badge(result).html)\(advice(result))</li>"
  }

  private func badge(_ result: MailCheckResult) -> Badge {
    let text = language.mailboxes
    return switch result.outcome {
    case .passed: Badge(text.check.succeeded, tone: .good, icon: .check)
    case .failed: Badge(text.check.stepFailed, tone: .bad, icon: .alert)
    case .skipped: Badge(text.check.skipped)
    }
  }

  private func advice(_ result: MailCheckResult) -> HTML? {
    guard let problem = result.problem else { return nil }
    let text = language.mailboxes.check
    let words: HTML? = result.words.map { words in
      "<p class=\"none\">\(text.theirWords): <bdi>\(words)</bdi></p>"
    }
    return """
      <div class="advice"><p><strong>\(text.problems[problem] ?? "")</strong> \
      \(text.advice[problem] ?? "")</p>\(words)</div>
      """
  }
}
