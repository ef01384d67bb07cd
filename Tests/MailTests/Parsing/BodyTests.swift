import Mail
import Testing

struct BodyTests {
  private func part(_ header: String, _ body: String) -> String {
    "--b\n\(header)\(header.isEmpty ? "" : "\n")\n\(body)\n"
  }

  private func mail(_ type: String, _ parts: String..., end: String = "--b--\n") throws
    -> ParsedMail
  {
    let body = parts.joined() + end
    return try ParsedMail(parsing: Array("Content-Type: \(type); boundary=b\n\n\(body)".utf8))
  }

  @Test func `plain text and HTML are both kept, parts joined in order`() throws {
    let mail = try mail(
      "multipart/mixed",
      part("Content-Type: text/plain", "one"),
      part("Content-Type: text/html", "<p>x"),
      part("", "two")
    )
    #expect(mail.text == "one\ntwo")
    #expect(mail.html == "<p>x")
  }

  @Test(arguments: ["", "--b\n", "-"])
  func `a multipart without a proper end is read`(_ end: String) throws {
    let mail = try mail("multipart/mixed", part("Content-Type: text/plain", "one"), end: end)
    #expect(mail.text?.hasPrefix("one") == true)
  }

  @Test(arguments: ["", "; boundary=other", "; boundary=\"\""])
  func `a multipart finds the boundary that it does not declare`(_ parameter: String) throws {
    let body = "preamble\n--b\nContent-Type: text/html\n\n<p>x\n--b--\n"
    let source = "Content-Type: multipart/mixed\(parameter)\n\n\(body)"
    #expect(try ParsedMail(parsing: Array(source.utf8)).html == "<p>x")
  }

  @Test func `a multipart of nothing but words is text`() throws {
    let source = "Content-Type: multipart/mixed; boundary=b\n\nhello"
    #expect(try ParsedMail(parsing: Array(source.utf8)).text == "hello")
  }

  @Test(arguments: [
    ("attachment; filename=a.txt", "a.txt"), ("attachment; filename=\"a b.txt\"", "a b.txt"),
    ("attachment; filename*=utf-8''%CE%B1.txt", "α.txt"),
    ("attachment; filename*0*=utf-8''%CE; filename*1*=%B1; filename*2=.txt", "α.txt"),
    ("attachment; filename=\"=?utf-8?B?zrEudHh0?=\"", "α.txt"),
    ("attachment; filename==?utf-8?B?zrEudHh0?=", "α.txt"),
    ("attachment; filename=\"/etc/passwd\"", "passwd"),
    ("attachment; filename=\"C:\\\\dir\\\\a.txt\"", "a.txt"),
    ("attachment; filename=a b.txt", "a b.txt"), ("attachment; filename=α.txt", "α.txt"),
  ])
  func `a file has the name that its sender gave it`(_ disposition: String, _ name: String) throws {
    let mail = try mail(
      "multipart/mixed",
      part("Content-Type: application/x-a\nContent-Disposition: \(disposition)", "data")
    )
    #expect(mail.attachments.map(\.name) == [name])
    #expect(mail.attachments.first?.bytes == Array("data".utf8))
  }

  @Test func `a file's digest is of its decoded bytes`() throws {
    let header = "Content-Type: application/x-a\nContent-Transfer-Encoding: base64"
    let file = try #require(try mail("multipart/mixed", part(header, "YWJj")).attachments.first)
    #expect(file.bytes == Array("abc".utf8))
    #expect(
      file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }

  @Test(arguments: ["base64", "BASE64 ", "base64;", "\"base64\""])
  func `base64 with what does not belong in it is read`(_ encoding: String) throws {
    let header = "Content-Type: text/plain\nContent-Transfer-Encoding: \(encoding)"
    #expect(try mail("multipart/mixed", part(header, "YW-\n !Jj=")).text == "abc")
  }

  @Test(arguments: ["quoted-printable", "Quoted Printable", "quoted-printable;"])
  func `quoted-printable with what does not belong in it is read`(_ encoding: String) throws {
    let header = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: \(encoding)"
    let mail = try mail("multipart/mixed", part(header, "caf=C3=A9 =ZZ a=\nb"))
    #expect(mail.text == "café =ZZ ab")
  }

  @Test func `a uuencoded file is decoded`() throws {
    let header = "Content-Type: application/x-a\nContent-Transfer-Encoding: x-uuencode"
    let mail = try mail("multipart/mixed", part(header, "begin 644 a\n#86)C\n`\nend"))
    #expect(mail.attachments.map(\.bytes) == [Array("abc".utf8)])
  }

  @Test(arguments: [
    ("us-ascii", "caf\u{e9}"), ("iso-8859-1", "caf\u{e9}"), ("utf8", "caf\u{e9}"),
    ("x-unknown", "caf\u{e9}"), ("\"UTF-8\"", "caf\u{e9}"),
  ])
  func `UTF-8 is read as such, whatever it is called`(_ charset: String, _ said: String) throws {
    let source = "Content-Type: text/plain; charset=\(charset)\n\ncafé"
    #expect(try ParsedMail(parsing: Array(source.utf8)).text == said)
  }

  @Test(
    arguments: [
      ("windows-1252", [0x80], "€"), ("iso-8859-1", [0x93, 0x78, 0x94], "“x”"),
      ("gb2312", [0xc4, 0xe3, 0xba, 0xc3], "你好"), ("shift_jis", [0x83, 0x65], "テ"),
      ("ks_c_5601-1987", [0xc7, 0xd1], "한"), ("utf-7", Array("+A7E-".utf8), "α"),
      ("utf-8", [0x63, 0x61, 0x66, 0xe9], "café"), ("iso-8859-7", [0xe1], "α"),
    ] as [(String, [UInt8], String)]
  )
  func `text is read in its charset, or in what that stands for`(
    _ charset: String,
    _ bytes: [UInt8],
    _ said: String
  ) throws {
    let header = Array("Content-Type: text/plain; charset=\(charset)\n\n".utf8)
    #expect(try ParsedMail(parsing: header + bytes).text == said)
  }

  @Test func `HTML without a declared charset goes by its own`() throws {
    let page = "<meta charset=windows-1253><p>"
    let source = Array("Content-Type: text/html\n\n\(page)".utf8) + [0xe1]
    #expect(try ParsedMail(parsing: source).html == page + "α")
  }

  @Test func `flowed paragraphs are one line each`() throws {
    let text = "One \ntwo\n> a \n> b\n>> c\n -- \nx\n-- \nSara"
    let source = "Content-Type: text/plain; format=flowed\n\n\(text)"
    let mail = try ParsedMail(parsing: Array(source.utf8))
    #expect(mail.text == "One two\n> a b\n>> c\n-- \nx\n-- \nSara")
  }

  @Test func `the space at which a line was cut goes where the sender says so`() throws {
    let source = "Content-Type: text/plain; format=flowed; delsp=yes\n\nOne \ntwo"
    #expect(try ParsedMail(parsing: Array(source.utf8)).text == "Onetwo")
  }

  @Test func `enriched text is read without its commands`() throws {
    let source =
      "Content-Type: text/enriched\n\n<bold>a</bold> << <color><param>red</param>b</color>"
    #expect(try ParsedMail(parsing: Array(source.utf8)).text == "a < b")
  }

  @Test func `calendars, messages and winmail files are files`() throws {
    let mail = try mail(
      "multipart/mixed",
      part("", "hello"),
      part("Content-Type: text/calendar", "BEGIN:VCALENDAR"),
      part("Content-Type: message/rfc822", "Subject: inner\n\nwords"),
      part("Content-Type: application/ms-tnef; name=winmail.dat", "x")
    )
    #expect(
      mail.attachments.map(\.type) == ["text/calendar", "message/rfc822", "application/ms-tnef"]
    )
    #expect(mail.attachments[1].bytes == Array("Subject: inner\n\nwords".utf8))
    #expect(mail.text == "hello")
    #expect(mail.subject == nil)
  }

  @Test func `a picture that the page shows is inline`() throws {
    let mail = try mail(
      "multipart/mixed",
      part("Content-Type: text/html", "<img src=\"cid:1@x\">"),
      part("Content-Type: image/png\nContent-ID: <1@x>\nContent-Disposition: attachment", "x"),
      part("Content-Type: image/png\nContent-ID: <2@x>\nContent-Disposition: attachment", "x")
    )
    #expect(mail.attachments.map(\.isInline) == [true, false])
    #expect(mail.attachments.map(\.contentID) == ["1@x", "2@x"])
  }

  @Test func `zeros leave text and stay in files`() throws {
    let mail = try mail(
      "multipart/mixed",
      part("Content-Type: text/plain", "a\u{0}b"),
      part("Content-Type: application/x-a", "a\u{0}b")
    )
    #expect(mail.text == "ab")
    #expect(mail.attachments.first?.bytes == [0x61, 0, 0x62])
  }

  @Test(arguments: [(99, 0), (100, 0), (101, 1)])
  func `parts are read a hundred levels deep`(_ depth: Int, _ omitted: Int) throws {
    var source = ""
    for level in 0..<depth {
      source += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    let mail = try ParsedMail(parsing: Array((source + "Content-Type: text/plain\n\nhi\n").utf8))
    #expect(mail.omittedParts == omitted)
    #expect(mail.text == (omitted == 0 ? "hi\n" : nil))
  }

  @Test(arguments: [(10_000, 0), (10_001, 1)])
  func `ten thousand parts are read`(_ count: Int, _ omitted: Int) throws {
    let parts = String(repeating: "--b\n\nx\n", count: count)
    let source = "Content-Type: multipart/mixed; boundary=b\n\n\(parts)--b--\n"
    let mail = try ParsedMail(parsing: Array(source.utf8))
    #expect(mail.omittedParts == omitted)
    #expect(mail.text?.filter { $0 == "x" }.count == 10_000)
  }
}
