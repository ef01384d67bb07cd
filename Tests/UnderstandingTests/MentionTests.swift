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
    ("open 24/7, I give 4/5", []),
    ("I live at 12/4 High Street", []),
    ("ordered on 12/4, again 05/06", ["date: 12/4", "date: 05/06"]),
    ("it came on 12/03/2026 10:30", ["date: 12/03/2026 10:30"]),
    ("call me before 12/03/2026 10:30", ["date: 12/03/2026 10:30"]),
    ("12 March 2026 and March 12, 2026", ["date: 12 March 2026", "date: March 12, 2026"]),
    ("the 3rd of May, 10:30", ["date: 3rd of May, 10:30"]),
    ("۱۲ خرداد ۱۴۰۵", ["date: ۱۲ خرداد ۱۴۰۵"]),
    ("στις 12 Μαρτίου 2026", ["date: 12 Μαρτίου 2026"]),
    ("I may 12 marching bands", []),
    ("order 88213 12 items", ["order_number: 88213"]),
    ("order 8821 1234 sent", ["order_number: 8821 1234"]),
    ("see www.x.com/12345 or x.com/12345 or https://x.com/12/03/2026", []),
    ("https://x.com/pay/4111111111111111", ["card: 4111111111111111"]),
    ("I am 01018012342", ["national_number: 01018012342"]),
    ("AMKA 01018012344", ["national_number: 01018012344"]),
    ("call 01018012344", ["phone: 01018012344"]),
    ("my number is 09101234566", ["phone: 09101234566"]),
    ("کد ملی 049-937089-9", ["national_number: 049-937089-9"]),
    ("I met 5 europeans and ate 3 poundcakes", []),
    ("35 pounds or 20 kr", ["amount: 35 pounds", "amount: 20 kr"]),
    ("EUR 20 and 1 299 kr", ["amount: EUR 20", "amount: 1 299 kr"]),
    ("۲ میلیون تومان دادم", ["amount: ۲ میلیون تومان"]),
  ])
  func `finds what a text names`(text: String, expected: [String]) {
    #expect(mentions(text) == expected)
  }

  @Test func `questions do not crowd out what must be masked`() {
    let text = String(repeating: "why? ", count: 60) + "my card is 4111 1111 1111 1111"
    let found = MentionFinder.find(in: text, TokenisedText(text))
    #expect(found.last?.kind == .card)
    #expect(found.count == MentionFinder.limit + 1)
  }

  @Test func `numbers do not crowd out what must be masked`() {
    let text = String(repeating: "#12345 ", count: 60) + "4111 1111 1111 1111"
    #expect(mentions(text).last == "card: 4111 1111 1111 1111")
  }

  @Test func `offsets count Unicode scalars`() {
    let found = MentionFinder.find(in: "👩‍👧 #12345", TokenisedText("👩‍👧 #12345"))
    #expect(found.map(\.start) == [5])
  }
}
