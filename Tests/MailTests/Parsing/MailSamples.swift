/// Small mails of the kinds there are, and those beside the repository where they are.
enum MailSamples {
  static func all() throws -> [[UInt8]] {
    let shared =
      SharedMail.files(in: "messages").map { "messages/\($0)" }
      + SharedMail.files(in: "bounces").map { "bounces/\($0)" }
    return own.map { Array($0.utf8) } + (try shared.map(SharedMail.bytes))
  }

  private static let own = [
    "From: =?utf-8?Q?S=C3=A1ra?= <a@b.example>\nTo: x: y@z.example, Doe, J <d@e.example>;\nSubject: hi\n\nhello",
    """
    Date: Fri, 21 Nov 1997 09:55:06 -0600\nReferences: <1@a> <2@b>
    Content-Type: multipart/alternative; boundary=b\n
    --b\nContent-Type: text/plain; charset=iso-2022-jp\n\n\u{1b}$B%F%9%H\u{1b}(B
    --b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n
    <p>=CE=B1</p>\n--b--
    """,
    """
    Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; format=flowed\n
    one \ntwo\n> three \n--b\nContent-Type: application/x-a; name*0*=utf-8''%CE; name*1*=%B1.bin
    Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\nAAECAwQFBgc=
    --b\nContent-Type: application/x-b\nContent-Transfer-Encoding: x-uuencode\n
    begin 644 a\n#86)C\n`\nend\n--b--
    """,
    """
    From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender
    Content-Type: multipart/report; report-type=delivery-status; boundary=b\n
    --b\n\n<a@b.example>: user unknown\n--b\nContent-Type: message/delivery-status\n
    Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1
    \n--b\nContent-Type: message/rfc822\n\nMessage-ID: <1@us.example>\nTo: a@b.example\n\nhi\n--b--
    """,
    "Subject: =?koi8-r?B?8NLJ18XU?= =?x?Q?=41?=\nContent-Type: text/enriched\n\n<bold>a</bold> <<b",
  ]
}
