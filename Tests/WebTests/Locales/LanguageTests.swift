import Testing
import Web

/// In which language a visitor is spoken to (RFC 9110, 12.5.4).
@Suite struct LanguageTests {
  @Test(
    arguments: [
      (nil, .english), ("", .english), ("*", .english), ("de", .english), ("el", .greek),
      ("EL-gr", .greek), ("fa-IR,fa;q=0.9,en;q=0.8", .persian), ("de,el;q=0.5,fa;q=0.7", .persian),
      ("en;q=0.1,el;q=0.2", .greek), ("el;q=0,fa;q=0.1", .persian), ("el;q=0", .english),
      ("de, fa , el", .persian), ("el ; q=0.4, fa; q = 0.5", .persian), ("fil,ell,fat", .english),
      ("el;q=x", .greek), (";;;,,,", .english), ("fa;q=nan,el", .greek),
    ] as [(String?, Language)]
  )
  func `the best language that is spoken here is chosen`(header: String?, expected: Language) {
    #expect(Language(accepting: header) == expected)
  }

  @Test func `only the first twenty are looked at`() {
    let many = [String](repeating: "de", count: 20).joined(separator: ",")
    #expect(Language(accepting: "\(many),el") == .english)
  }

  @Test func `Persian runs from right to left`() {
    #expect(Language.allCases.map(\.direction) == ["ltr", "rtl", "ltr"])
  }
}
