package import ServiceDesk
import Understanding

/// What a message was read to say, below its words: it opens to tell why, and to be put right.
package struct ReadingLine: Sendable {
  package let frame: DeskFrame
  package let conversation: ID<Conversation>
  package let message: ID<Message>
  package let reading: MessageReading

  package init(
    frame: DeskFrame,
    conversation: ID<Conversation>,
    message: ID<Message>,
    reading: MessageReading
  ) {
    self.frame = frame
    self.conversation = conversation
    self.message = message
    self.reading = reading
  }

  private var texts: ReadingTexts { frame.language.readings }

  package var html: HTML {
    """
    <details class="reading \(reading.polarity.rawValue)"><summary>\
    \(MoodMark(polarity: reading.polarity, language: frame.language).html)\
    <span>\(summary)</span>\(badges)</summary>
      <p>\(texts.explanation)</p>
      \(cause)
      \(form)
    </details>
    """
  }

  /// The feelings; how it is as a whole where none stands out.
  private var summary: String {
    guard !reading.feelings.isEmpty else { return texts.polarities[reading.polarity] ?? "" }
    return reading.feelings.compactMap { texts.feelings[$0] }.joined(separator: " · ")
  }

  private var badges: HTML {
    let urgent: HTML = .when(reading.isUrgent, Badge(texts.urgent, tone: .bad, icon: .clock).html)
    let churn: HTML = .when(reading.isChurn, Badge(texts.churn, tone: .warn, icon: .signOut).html)
    let barriers = reading.barriers.map { Badge(texts.barriers[$0] ?? $0.rawValue).html }
    return "\(urgent)\(churn)\(.joined(barriers))"
  }

  private var cause: HTML? {
    reading.root.map { "<p>\(texts.rootTitle): \(texts.roots[$0] ?? $0.rawValue)</p>" }
  }

  // MARK: Putting it right

  /// What may be said of a message, and what of it is said.
  private var labels: [(name: String, text: String, isShown: Bool)] {
    let polarities = Polarity.allCases.map {
      ($0.rawValue, texts.polarities[$0] ?? "", $0 == reading.polarity)
    }
    let feelings = Emotion.allCases.map {
      ($0.rawValue, texts.feelings[$0] ?? "", reading.feelings.contains($0))
    }
    let barriers = Barrier.allCases.map {
      ($0.rawValue, texts.barriers[$0] ?? "", reading.barriers.contains($0))
    }
    let flags = [
      ("urgent", texts.urgent, reading.isUrgent), ("churn", texts.churn, reading.isChurn),
    ]
    return polarities + feelings + flags + barriers
  }

  private var form: HTML {
    let wrong = labels.filter(\.isShown).map { label -> HTML in
      """
      <button class="button quiet" name="not" value="\(label.name)">\
      \(texts.isNot(label.text))</button>
      """
    }
    let missing = labels.filter { !$0.isShown }.map { label -> HTML in
      "<option value=\"\(label.name)\">\(label.text)</option>"
    }
    return """
      <form method="post" data-live \
      action="/desk/conversations/\(conversation)/messages/\(message)/reading">
        \(frame.token)
        <p>\(texts.correct)</p>
        <p class="choices">\(.joined(wrong))</p>
        <p class="choices"><span class="select"><select name="is" aria-label="\(texts.choose)">\
      <option value="">\(texts.choose)</option>\(.joined(missing))</select>\(Icon.chevron.html)</span>
        <button class="button">\(texts.add)</button></p>
      </form>
      """
  }
}

/// A small face: how it is for somebody.
struct MoodMark: Sendable {
  let polarity: Polarity
  let language: Language

  var html: HTML {
    let meaning = language.readings.polarities[polarity] ?? polarity.rawValue
    return """
      <span class="mood \(polarity.rawValue)" title="\(meaning)">\(icon.html)\
      <span class="unseen">\(meaning)</span></span>
      """
  }

  private var icon: Icon {
    switch polarity {
    case .negative: .frown
    case .neutral: .neutral
    case .positive: .smile
    }
  }
}
