import Testing
import Text

@testable import Understanding

@Suite struct MentionTests {
  private func mentions(_ text: String) -> [String] {
    MentionFinder.find(in: text, TokenisedText(text)).map { "\($0.kind.rawValue): \($0.text)" }
  }

  @Test(arguments: [
    ("Where is it? Thanks.", ["question: Where is it?"]),
    ("Πού είναι; Ευχαριστώ", ["question: Πού είναι;"]),
    ("paid €49.90 on 12/03/2026", ["amount: €49.90", "date: 12/03/2026"]),
    ("پرداخت ۲۵۰ تومان", ["amount: ۲۵۰ تومان"]),
    ("order #88213 please", ["order_number: 88213"]),
    ("my card 4111 1111 1111 1111", ["card: 4111 1111 1111 1111"]),
    ("write to ann.lee@example.com.", ["email: ann.lee@example.com"]),
    ("IBAN GR16 0110 1250 0000 0001 2300 695", ["iban: GR16 0110 1250 0000 0001 2300 695"]),
    ("call +44 20 7946 0958", ["phone: +44 20 7946 0958"]),
    ("کد ملی 0499370899", ["national_number: 0499370899"]),
    ("we were 12 people", []),
  ])
  func `finds what a text names`(text: String, expected: [String]) {
    #expect(mentions(text) == expected)
  }

  @Test func `offsets count Unicode scalars`() {
    let found = MentionFinder.find(in: "👩‍👧 #12345", TokenisedText("👩‍👧 #12345"))
    #expect(found.map(\.start) == [5])
  }
}
