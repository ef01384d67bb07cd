import Foundation
import Mail
import Testing

struct HeaderTests {
  @Test(arguments: [
    ("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
    ("=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=", "Grüße"),
    ("=?utf-8?B?zpXOsQ?=", "Εα"),
    ("Re: =?utf-8?Q?=CE=95?==?utf-8?Q?=CE=B1?= ok", "Re: Εα ok"),
    ("\"=?windows-1253?Q?=C5=EB?=\"", "\"Ελ\""),
    ("=?koi8-r?B?8NLJ18XU?=", "Привет"),
    ("=?utf-8*fa?Q?=D8=B3=D9=84=D8=A7=D9=85?=", "سلام"),
    ("=?no-such-charset?Q?caf=C3=A9?=", "café"),
    ("=?utf-8?Q?two words?=", "two words"),
    ("=?utf-8?Q?open", "=?utf-8?Q?open"),
    ("a =?utf-8?X?b?= c", "a =?utf-8?X?b?= c"),
    ("=?utf-8?Q?one?=\r\n =?utf-8?Q?two?=", "onetwo"),
    ("one\r\n\ttwo", "one two"),
    ("=?utf-8?Q?line=0Aend?=", "line end"),
    ("=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=", "テスト"),
    ("=?iso-8859-1?Q?=80uro?=", "€uro"),
  ])
  func `an encoded subject is read, also where it is broken`(_ field: String, _ said: String) throws
  {
    let mail = try ParsedMail(parsing: Array("Subject: \(field)\r\n\r\n".utf8))
    #expect(mail.subject == said)
  }

  @Test(
    arguments: [
      ([0xef, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xe4, 0xf0, 0xf3, 0xe3], "привет друг"),
      ([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x20, 0xc4, 0xd2, 0xd5, 0xc7], "Привет друг"),
      ([0xea, 0xe1, 0xeb, 0xe7, 0xec, 0xdd, 0xf1, 0xe1], "καλημέρα"),
      ([0x63, 0x61, 0x66, 0xe9], "café"),
      ([0xc3, 0xa9, 0x74, 0xc3, 0xa9], "été"),
      ([0x1b, 0x24, 0x42, 0x25, 0x46, 0x25, 0x39, 0x1b, 0x28, 0x42], "テス"),
    ] as [([UInt8], String)]
  )
  func `bytes that declare no charset are recognised`(_ bytes: [UInt8], _ said: String) throws {
    let mail = try ParsedMail(parsing: Array("Subject: ".utf8) + bytes + [10, 10])
    #expect(mail.subject == said)
  }

  @Test(arguments: [
    "From someone Mon May  2 16:07:05 2005\n", "\u{feff}", "\r\n\r\n", ">From x\n", "\n \n",
  ])
  func `what stands before the header is passed over`(_ before: String) throws {
    let mail = try ParsedMail(parsing: Array("\(before)Subject: hello\n\nbody".utf8))
    #expect(mail.subject == "hello")
    #expect(mail.text == "body")
  }

  @Test func `a line that is no field neither ends the header nor disturbs it`() throws {
    let mail = try ParsedMail(parsing: Array("Subject: a\nno field\nTo: b@c.example\n\nd".utf8))
    #expect(mail.to.map(\.address) == ["b@c.example"])
    #expect(mail.subject == "a")
    #expect(mail.text == "d")
  }

  @Test func `a header without an empty line after it ends where text begins`() throws {
    let mail = try ParsedMail(parsing: Array("Subject: a\nDear all,\nhello".utf8))
    #expect(mail.text == "Dear all,\nhello")
  }

  @Test func `bare carriage returns end lines`() throws {
    let mail = try ParsedMail(parsing: Array("Subject: a\rTo: b@c.example\r\rd\re".utf8))
    #expect(mail.to.count == 1)
    #expect(mail.text == "d\ne")
  }

  @Test func `fields are found in any case, repeated ones in order`() throws {
    let mail = try ParsedMail(
      parsing: Array("RECEIVED: 1\nreceived: 2\nX: =?utf-8?Q?=41?=\n\n".utf8)
    )
    #expect(mail.headers.all("Received") == ["1", "2"])
    #expect(mail.headers["x"] == "A")
  }

  @Test(arguments: [
    ("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06Z"),
    ("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z"),
    ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T15:55:06Z"),
    ("2010-10-13T07:53:04-09:00", "2010-10-13T16:53:04Z"),
    ("Wed, 9 Jan 2002 19:47:50 MST", "2002-01-10T02:47:50Z"),
    ("Thu Apr 16 10:12:13 2015", "2015-04-16T10:12:13Z"),
    ("Sat, 20 Sep 2008 20:04:30 +0300 (EEST)", "2008-09-20T17:04:30Z"),
  ])
  func `a date is read in the forms there are`(_ field: String, _ time: String) throws {
    let mail = try ParsedMail(parsing: Array("Date: \(field)\n\n".utf8))
    #expect(mail.date?.ISO8601Format() == time)
  }

  @Test(arguments: [
    "soon", "Pn, 29 paX 2007 21:13:00 +0100", "", "Wed, 15 Dec 2010    59:10 -0500",
  ])
  func `what is no date is none`(_ field: String) throws {
    #expect(try ParsedMail(parsing: Array("Date: \(field)\n\n".utf8)).date == nil)
  }

  @Test(arguments: [
    ("<a@b> <c@d> <a@b>", ["a@b", "c@d"]), ("<1   @   b(x)  . c>", ["1@b.c"]),
    ("a@b c@d", ["a@b", "c@d"]),
    ("Your message of \"today\" <a@b>", ["a@b"]), ("", []), ("<a@b>,<c@d>", ["a@b", "c@d"]),
  ])
  func `references are identifiers without brackets`(_ field: String, _ ids: [String]) throws {
    let mail = try ParsedMail(parsing: Array("X: y\nReferences: \(field)\n\n".utf8))
    #expect(mail.references == ids)
  }

  @Test(arguments: ["", "\r\n\r\n", "\u{0}\u{0}"])
  func `nothing is no mail`(_ source: String) {
    #expect(throws: MailFailure.empty) { try ParsedMail(parsing: Array(source.utf8)) }
  }

  @Test func `text without any field is no mail`() {
    #expect(throws: MailFailure.noHeader) { try ParsedMail(parsing: Array("just words\n".utf8)) }
  }
}
