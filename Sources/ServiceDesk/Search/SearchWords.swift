import Foundation
package import Storage

/// What a person typed into the search field: words to be found, and words that narrow down, as
/// `from:maria`, `label:refund`, `is:open`, `before:2026-11-22` and `after:2026-01-01`.
///
/// Quotation marks keep a value together, as in `from:"Maria Callas"`. What is no filter, or has a
/// value that makes no sense, is searched for like any other word.
package struct SearchWords: Sendable, Equatable {
  package enum Filter: Sendable, Hashable {
    /// By the customer or agent of this name or address.
    case from(String)
    case label(String)
    case status(Conversation.Status)
    /// Owned by a team, not by a person.
    case unassigned
    /// Owned by the viewer.
    case mine
    case before(Timestamp)
    /// Not before.
    case after(Timestamp)
  }

  /// The most filters; those after them are ignored.
  package static let filterLimit = 10

  /// All but the filters.
  package let text: String
  /// In the order typed, each once; all of them narrow down.
  package let filters: [Filter]

  /// Reads what was typed, whatever it is.
  package init(_ typed: String) {
    var words: [String] = []
    var filters: [Filter] = []
    for word in Self.words(of: typed) {
      guard let filter = Filter(word) else {
        words.append(word.text)
        continue
      }
      if filters.count < Self.filterLimit, !filters.contains(filter) { filters.append(filter) }
    }
    text = words.joined(separator: " ")
    self.filters = filters
  }

  fileprivate struct Word {
    /// Without quotation marks.
    var text = ""
    /// What stands before the first colon, unless that is quoted.
    var key: String?

    var value: String { key.map { String(text.dropFirst($0.count + 1)) } ?? text }
  }

  private static func words(of typed: String) -> [Word] {
    var words: [Word] = []
    var word = Word()
    var isQuoted = false
    for character in typed.prefix(2_000) {
      if "\"“”„«»".contains(character) {
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        if !word.text.isEmpty { words.append(word) }
        word = Word()
      } else {
        if character == ":", !isQuoted, word.key == nil { word.key = word.text }
        word.text.append(character)
      }
    }
    return word.text.isEmpty ? words : words + [word]
  }
}

extension SearchWords.Filter {
  fileprivate init?(_ word: SearchWords.Word) {
    let value = word.value.trimmed
    guard let key = word.key?.lowercased(), !value.isEmpty else { return nil }
    switch key {
    case "from": self = .from(value)
    case "label": self = .label(value)
    case "is": self.init(state: value.lowercased())
    case "before": self.init(day: value) { .before($0) }
    case "after": self.init(day: value) { .after($0) }
    default: return nil
    }
  }

  private init?(state: String) {
    switch state {
    case "mine": self = .mine
    case "unassigned": self = .unassigned
    default:
      guard let status = Conversation.Status(rawValue: state) else { return nil }
      self = .status(status)
    }
  }

  /// The day is written as in `2026-11-22`, and begins at midnight UTC.
  private init?(day: String, _ filter: (Timestamp) -> Self) {
    let parts = day.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard day.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1],
      let day = parts[2], year >= 1970
    else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(calendar: calendar, year: year, month: month, day: day)
    guard components.isValidDate, let date = components.date else { return nil }
    self = filter(Timestamp(milliseconds: Int64(date.timeIntervalSince1970) * 1_000))
  }
}
