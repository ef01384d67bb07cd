import Understanding

/// What would make an answer better, while it is being written: advice, never a hurdle.
struct ReplyCoach: Sendable {
  let language: Language
  let reading: ReplyReading

  private var texts: CoachTexts { language.coach }

  var html: HTML {
    """
    <ul aria-label="\(texts.title)">\(.joined(steps))\(.joined(advice.map(warning)))</ul>\
    <button type="button" class="button quiet compact" data-coach="off" title="\(texts.hide)">\
    \(Icon.close.html)<span class="unseen">\(texts.hide)</span></button>
    """
  }

  /// Those that count for this customer, taken or missing.
  private var steps: [HTML] {
    ReplyStep.allCases.compactMap { step in
      let name = texts.steps[step] ?? step.rawValue
      if reading.steps.contains(step) {
        return """
          <li class="done" title="\(texts.done(name))">\(Icon.check.html)\
          <span class="unseen">\(texts.done(name))</span><span aria-hidden="true">\(name)</span></li>
          """
      }
      guard reading.missing.contains(step) else { return nil }
      let hint = texts.hints[step] ?? ""
      return """
        <li title="\(hint)">\(Icon.plus.html)<span>\(name)</span>\
        <span class="unseen">: \(hint)</span></li>
        """
    }
  }

  private var advice: [String] {
    let tone: String? =
      switch reading.tone {
      case .rude: texts.rude
      case .cold: texts.cold
      case .warm, .neutral: nil
      }
    return [
      tone, reading.isCliche ? texts.cliche : nil, reading.isPersonal ? nil : texts.impersonal,
    ].compactMap { $0 }
  }

  private func warning(_ text: String) -> HTML {
    "<li class=\"warn\">\(Icon.alert.html)<span>\(text)</span></li>"
  }
}
