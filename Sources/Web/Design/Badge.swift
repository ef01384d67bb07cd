/// A word or two about a state, with its tone; never by colour alone.
package struct Badge: Sendable {
  package enum Tone: String, Sendable, CaseIterable {
    case plain, accent, good, warn, bad, note
  }

  package let text: String
  package let tone: Tone
  package let icon: Icon?

  package init(_ text: String, tone: Tone = .plain, icon: Icon? = nil) {
    self.text = text
    self.tone = tone
    self.icon = icon
  }

  package var html: HTML {
    "<span class=\"badge \(tone.rawValue)\">\(icon?.html)<span dir=\"auto\">\(text)</span></span>"
  }
}
