import ServiceDesk
import Testing

@Suite struct BoundedTextTests {
  static let limits: [any TextLimits.Type] = [
    AccountNameLimits.self, AgentNameLimits.self, TeamNameLimits.self, TokenNameLimits.self,
    CustomerNameLimits.self, ExternalIdentityLimits.self, SubjectLimits.self, LabelNameLimits.self,
    MessageLimits.self, FileNameLimits.self, MediaTypeLimits.self,
  ]

  private func text<L: TextLimits>(_ limits: L.Type, _ text: String) throws -> String {
    try BoundedText<L>(text).text
  }

  @Test(arguments: 0..<limits.count)
  func `a text is taken up to its limit in Unicode scalars, and not one over`(index: Int) throws {
    let limits = Self.limits[index]
    let (least, most) = (limits.range.lowerBound, limits.range.upperBound)
    let longest = String(repeating: "é", count: most)

    #expect(try text(limits, String(repeating: "é", count: least)).unicodeScalars.count == least)
    #expect(try text(limits, longest) == longest)
    #expect(throws: TextFailure.tooLong(field: limits.field, most: most)) {
      try text(limits, longest + "x")
    }
    #expect(throws: TextFailure.tooShort(field: limits.field)) { try text(limits, "") }
    // Seven scalars in one character.
    #expect(throws: TextFailure.tooLong(field: limits.field, most: most)) {
      try text(limits, String(repeating: "👨‍👩‍👧‍👦", count: most / 7 + 1))
    }
  }

  @Test(arguments: ["", " ", "\n\t ", "\u{A0}\u{2003}"])
  func `white space alone is nothing`(blank: String) {
    #expect(throws: TextFailure.tooShort(field: "name")) { try Account.Name(blank) }
  }

  @Test func `white space at the ends is taken off, and kept within`() throws {
    #expect(try Account.Name(" \n A  B\t").text == "A  B")
  }

  @Test(arguments: ["\0", "a\0b", "a\0"])
  func `NUL is refused`(text: String) {
    #expect(throws: TextFailure.holdsNUL(field: "name")) { try Account.Name(text) }
  }
}
