package import Storage

/// A time that scripts write in the reader's language, zone and calendar; UTC without them.
package struct LocalTime: Sendable {
  /// How much of it is shown.
  package enum Style: String, Sendable, CaseIterable {
    /// As short as rows need it: the hour today, the weekday this week, then the date.
    case short
    /// Day and hour in full.
    case full
    /// A promise: marked when it has passed.
    case due
  }

  package let time: Timestamp
  package let style: Style

  package init(_ time: Timestamp, style: Style = .short) {
    self.time = time
    self.style = style
  }

  package var html: HTML {
    let text = time.rfc3339
    let day = String(text.prefix(10))
    let hour = String(text.dropFirst(11).prefix(5))
    return """
      <local-time data-style="\(style.rawValue)"><time is-local datetime="\(text)">\(day) \
      \(hour)</time></local-time>
      """
  }
}
