import Foundation
import Mail
import Testing

/// What is written is what is read again.
struct ComposedMailTests {
  private var mail: ComposedMail {
    var mail = ComposedMail(
      messageID: "r.1@anemone.example",
      date: Date(timeIntervalSince1970: 1_800_000_000),
      from: MailAddress(name: "Sara at Anemone", address: "help@anemone.example"),
      subject: "Your lamp",
      text: "It is here.\n"
    )
    mail.to = [MailAddress(name: "Maria", address: "maria@shop.example")]
    return mail
  }

  private func parsed(_ mail: ComposedMail) throws -> ParsedMail {
    try ParsedMail(parsing: mail.bytes)
  }

  private func lines(_ mail: ComposedMail) -> [Substring] {
    String(decoding: mail.bytes, as: UTF8.self).split(
      separator: "\r\n",
      omittingEmptySubsequences: false
    )
  }

  /// ASCII in lines that every server passes on (RFC 5322, 2.1.1).
  private func isPlain(_ mail: ComposedMail) -> Bool {
    let bytes = mail.bytes
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.allSatisfy { $0 < 128 && $0 != 0 }
      && lines(mail).allSatisfy { $0.utf8.count <= 998 }
      && text.replacing("\r\n", with: "").allSatisfy { $0 != "\r" && $0 != "\n" }
  }

  @Test func `the header says who, when, and what it answers`() throws {
    var mail = mail
    mail.cc = [MailAddress(address: "nikos@shop.example")]
    mail.replyTo = [MailAddress(address: "desk@anemone.example")]
    mail.inReplyTo = "2@shop.example"
    mail.references = ["1@shop.example", "2@shop.example"]
    mail.fields = [("Auto-Submitted", "auto-replied")]

    let read = try parsed(mail)
    #expect(read.messageID == mail.messageID && read.date == mail.date)
    #expect(read.authors == [mail.from] && read.to == mail.to && read.cc == mail.cc)
    #expect(read.replyTo == mail.replyTo && read.subject == mail.subject)
    #expect(read.inReplyTo == mail.inReplyTo && read.references == mail.references)
    #expect(read.headers["Auto-Submitted"] == "auto-replied")
    #expect(read.headers["MIME-Version"] == "1.0")
  }

  @Test(arguments: [
    "Μαρία Παπαδοπούλου", "مریم احمدی", "Zoë 🪻 O'Brien, “the lamp”", "Müller, Anna (Ops) <x@y.z>",
    String(repeating: "پشتیبانی فروشگاه شقایق ", count: 20), "\"quoted\" \\ back",
  ])
  func `names and subjects of any script come through`(words: String) throws {
    var mail = mail
    let name = words.trimmingCharacters(in: .whitespaces)
    mail.from.name = name
    mail.to = [MailAddress(name: name, address: "maria@shop.example")]
    mail.subject = name
    mail.text = "\(words)\n"
    mail.html = "<p>\(words)</p>"

    let read = try parsed(mail)
    #expect(read.from == mail.from && read.to == mail.to && read.subject == name)
    #expect(read.text?.contains(name) == true && read.html?.contains(name) == true)
    #expect(isPlain(mail))
  }

  @Test(arguments: ["\r\nBcc: eve@evil.example", "\nX-Evil: yes", "\r\n\r\nbody"])
  func `nothing that people typed begins another field`(words: String) throws {
    var mail = mail
    mail.subject = "Lamp\(words)"
    mail.from.name = "Sara\(words)"
    mail.inReplyTo = "1@shop.example\(words)"
    mail.references = ["1@shop.example\(words)"]
    mail.files = [.init(name: "bill\(words)", type: "application/pdf", bytes: [1])]

    let read = try parsed(mail)
    #expect(read.bcc.isEmpty && read.headers["X-Evil"] == nil && read.text == "It is here.\n")
    #expect(isPlain(mail))
  }

  @Test func `no blind copy stands anywhere`() throws {
    // There is no place for one; this holds it so.
    #expect(!Mirror(reflecting: mail).children.contains { $0.label?.lowercased() == "bcc" })
    #expect(!lines(mail).contains { $0.lowercased().hasPrefix("bcc:") })
  }

  @Test(arguments: [
    "τιμολόγιο.pdf", "فاکتور ۱۲.pdf", "🪻.pdf", "a \"b\"; c=d.pdf", "100% sure.pdf",
    String(repeating: "πολύ μακρύ όνομα ", count: 12) + ".pdf", "dir/..\\name.pdf",
  ])
  func `a file comes through with its name and bytes`(name: String) throws {
    var mail = mail
    let bytes = (0...255).map { UInt8($0) } + Array("\r\n.\r\n".utf8)
    mail.files = [.init(name: name, type: "application/pdf", bytes: bytes)]

    let file = try #require(try parsed(mail).attachments.first)
    #expect(file.bytes == bytes && file.type == "application/pdf")
    // Whoever reads a name takes no folder from it.
    #expect(file.name == name || name.hasPrefix("dir/") && file.name?.hasSuffix("name.pdf") == true)
    #expect(isPlain(mail))
  }

  @Test func `an inline picture lies beside the HTML that shows it`() throws {
    var mail = mail
    mail.html = "<p><img src=\"cid:lamp@anemone.example\"></p>"
    mail.files = [
      .init(name: "lamp.png", type: "image/png", bytes: [1], contentID: "lamp@anemone.example"),
      .init(name: "bill.pdf", type: "application/pdf", bytes: [2]),
    ]
    let read = try parsed(mail)
    #expect(read.attachments.map(\.name) == ["lamp.png", "bill.pdf"])
    #expect(read.attachments.map(\.contentID) == ["lamp@anemone.example", nil])
    #expect(read.text == "It is here.\n" && read.html?.contains("cid:lamp@anemone.example") == true)
  }

  @Test func `a long thread is folded, and read again whole`() throws {
    var mail = mail
    mail.references = (1...21).map { "\($0).\(String(repeating: "x", count: 180))@shop.example" }
    mail.inReplyTo = mail.references.last

    let read = try parsed(mail)
    #expect(read.references == mail.references && read.inReplyTo == mail.inReplyTo)
    #expect(isPlain(mail))
  }

  @Test(arguments: [
    String(repeating: "x", count: 2_000) + "@shop.example", "γράμμα@shop.example", "two words@b",
    "a>b@c", "",
  ])
  func `an id that cannot stand in a header is left out`(id: String) throws {
    var mail = mail
    mail.inReplyTo = id
    mail.references = ["1@shop.example", id, "2@shop.example"]

    let read = try parsed(mail)
    #expect(read.inReplyTo == nil && read.references == ["1@shop.example", "2@shop.example"])
    #expect(isPlain(mail))
  }

  @Test(arguments: [
    String(repeating: "x", count: 5_000), String(repeating: "سلام ", count: 2_000),
    ".\n..\n.dots\n", "From here on\n>From there\n", "tab\tand trailing   \n  spaces \n",
  ])
  func `long lines and odd ones come through`(text: String) throws {
    var mail = mail
    mail.text = text
    mail.html = "<p>\(text)</p>"
    let read = try parsed(mail)
    #expect(read.text == text && read.html == "<p>\(text)</p>")
    #expect(isPlain(mail))
  }

  @Test func `the same mail is the same bytes each time`() {
    var mail = mail
    mail.html = "<p>It is here.</p>"
    mail.files = [.init(name: "a.pdf", type: "application/pdf", bytes: [1, 2, 3])]
    #expect(mail.bytes == mail.bytes)
  }
}
