import Foundation
import Mail
import Testing

@Suite(.enabled(if: SharedMail.isPresent))
struct SampleMessageTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    var path: String
    var facts: [String]
    var testDescription: String { path }
  }

  static let expected: [Expected] = MessageFacts.table.split(separator: "\n\n").map { record in
    let lines = record.split(separator: "\n").map(String.init)
    return Expected(path: lines[0], facts: Array(lines.dropFirst()))
  }

  @Test func `there are facts about every message`() {
    #expect(Self.expected.map(\.path).sorted() == SharedMail.files(in: "messages"))
  }

  @Test(arguments: Self.expected)
  func `a message says what it says`(_ expected: Expected) throws {
    let mail = try ParsedMail(parsing: SharedMail.bytes("messages/\(expected.path)"))
    let facts = Self.facts(of: mail)
    for fact in expected.facts {
      let isThere = facts.contains(fact) || Self.hasWord(fact, mail)
      #expect(isThere, "\(fact) is not among \(facts)")
    }
    let kinds = ["from", "to", "date", "id", "references", "answers", "file"]
    #expect(
      facts.filter { fact in kinds.contains { fact.hasPrefix("\($0) ") } }.count
        == expected.facts.filter { fact in kinds.contains { fact.hasPrefix("\($0) ") } }.count
    )
  }

  private static func facts(of mail: ParsedMail) -> [String] {
    var facts = mail.authors.map { "from \(person($0))" }
    if let first = mail.to.first { facts.append("to \(mail.to.count) \(person(first))") }
    if let date = mail.date { facts.append("date \(date.ISO8601Format())") }
    if let id = mail.messageID { facts.append("id \(id.count) \(id.suffix(6))") }
    if !mail.references.isEmpty { facts.append("references \(mail.references.count)") }
    if let answered = mail.inReplyTo { facts.append("answers \(answered.count)") }
    for file in mail.attachments {
      let name = file.name.map { " \($0)" } ?? ""
      facts.append("file \(file.bytes.count) \(file.type)\(name)")
    }
    return facts
  }

  /// Subjects, texts and pages: their size and one word.
  private static func hasWord(_ fact: String, _ mail: ParsedMail) -> Bool {
    let parts = fact.split(separator: " ", maxSplits: 2).map(String.init)
    let word = parts.count > 2 ? parts[2] : ""
    switch parts[0] {
    case "subject":
      return has(word, mail.subject, "\(mail.subject?.unicodeScalars.count ?? -1)", parts)
    case "text": return has(word, mail.text, words(mail.text), parts)
    case "html": return has(word, mail.html, words(mail.html), parts)
    default: return false
    }
  }

  private static func has(_ word: String, _ text: String?, _ size: String, _ parts: [String])
    -> Bool
  {
    guard let text else { return false }
    return size == parts[1] && (word.isEmpty || text.contains(word))
  }

  private static func words(_ text: String?) -> String {
    "\(text?.split(whereSeparator: \.isWhitespace).count ?? -1)"
  }

  private static func person(_ address: MailAddress) -> String {
    (address.name.map { "\($0) " } ?? "") + "<\(address.address)>"
  }
}
