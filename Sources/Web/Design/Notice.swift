/// A sentence that the reader should see at once.
package struct Notice: Sendable {
  package enum Tone: String, Sendable, CaseIterable {
    case info, good, bad
  }

  package let text: String
  package let tone: Tone

  package init(_ text: String, tone: Tone = .info) {
    self.text = text
    self.tone = tone
  }

  package var html: HTML {
    """
    <p class="notice \(tone.rawValue)" role="\(tone == .bad ? "alert" : "status")">\(icon.html)
      <span>\(text)</span></p>
    """
  }

  private var icon: Icon {
    switch tone {
    case .info: .info
    case .good: .check
    case .bad: .alert
    }
  }
}
