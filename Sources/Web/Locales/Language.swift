/// A language of the interface; adding one is adding a catalogue.
package enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case persian = "fa"
  case greek = "el"

  /// The first language of an `Accept-Language` header that is spoken here (RFC 9110, 12.5.4);
  /// English where there is none.
  package init(accepting header: String?) {
    let wanted = (header ?? "").split(separator: ",").prefix(20).map { range in
      let parts = range.split(separator: ";")
      let tag = parts.first.map { $0.filter { !$0.isWhitespace }.lowercased() } ?? ""
      let weight = parts.dropFirst().first.map { $0.filter { !$0.isWhitespace } }
      return (tag: tag, weight: weight.flatMap { Double($0.dropFirst(2)) } ?? 1)
    }
    let best = wanted.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }
    self =
      best.lazy.filter { $0.element.weight > 0 }
      .compactMap { Language(rawValue: String($0.element.tag.prefix { $0 != "-" })) }.first
      ?? .english
  }

  package var direction: String { self == .persian ? "rtl" : "ltr" }

  package var catalogue: Catalogue {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}
