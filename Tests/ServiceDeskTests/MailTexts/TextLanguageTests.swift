import ServiceDesk
import Testing

/// In which language a mail is answered.
@Suite struct TextLanguageTests {
  @Test(arguments: [
    ("Πού είναι η παραγγελία μου;", "el"),
    ("Η συσκευή iPhone 15 Pro Max δεν λειτουργεί", "el"),
    ("سفارش من کجاست؟", "fa"),
    ("أين طلبي؟", "fa"),
    ("Where is my order, please?", "en"),
    ("The parcel is late and nobody answers", "en"),
  ])
  func `letters and small words tell`(text: String, language: String) {
    #expect(TextLanguage.guess(text) == language)
  }

  @Test(arguments: ["", "12345", "OK", "Wo ist mein Paket?", "the", "Ordine 17 α"])
  func `what tells nothing is left to the mailbox`(text: String) {
    #expect(TextLanguage.guess(text) == nil)
  }

  @Test func `a long text is judged by its beginning`() {
    let text = String(repeating: "λέξη ", count: 1_000) + String(repeating: "word ", count: 90_000)
    #expect(TextLanguage.guess(text) == "el")
  }
}
