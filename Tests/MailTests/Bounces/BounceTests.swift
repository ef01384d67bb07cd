import Mail
import Testing

struct BounceTests {
  private func bounce(_ header: String, _ text: String) throws -> Bounce? {
    try ParsedMail(parsing: Array("\(header)\n\n\(text)".utf8)).bounce
  }

  private static let daemon = "From: MAILER-DAEMON@mx.example\nTo: desk@us.example"

  @Test func `a delivery status says who, what and why`() throws {
    let report = """
      --b\nContent-Type: text/plain\n\nSorry.\n
      --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n
      Final-Recipient: rfc822; sara@there.example\nOriginal-Recipient: rfc822;info@there.example
      Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 unknown\n
      Final-Recipient: rfc822; lena@there.example\nAction: delivered\nStatus: 2.0.0\n
      --b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <1@us.example>\n\n--b--
      """
    let type = "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
    let bounce = try #require(try bounce("\(Self.daemon)\n\(type)", report))
    #expect(bounce.recipients.map(\.address) == ["sara@there.example", "info@there.example"])
    #expect(bounce.action == .failed)
    #expect(bounce.status == "5.1.1")
    #expect(bounce.recipients.first?.diagnostic == "550 5.1.1 unknown")
    #expect(bounce.originalMessageID == "1@us.example")
  }

  @Test(arguments: [
    ("<sara@there.example>:\nRemote host said: 550 no such user", "5.1.1"),
    ("  sara@there.example\n    host mx [1.2.3.4]: 552 5.2.2 mailbox full", "5.2.2"),
    ("There was an error delivering your mail to <sara@there.example>.\nHost not found", "5.1.2"),
    ("User mailbox exceeds allowed size: sara@there.example", "5.2.2"),
    ("Could not be delivered to: <sara@there.example>\nIt took too long, expired.", "4.4.7"),
    ("550 sara@there.example... User unknown", "5.1.1"),
    ("could not be delivered:\n * sara@there.example", nil),
  ])
  func `a notice in words is read`(_ text: String, _ status: String?) throws {
    let notice = "Your message was undeliverable.\n\n\(text)\n\n--- Original message follows.\n"
    let header = "\(Self.daemon)\nSubject: failure notice"
    let source = "\(notice)\nMessage-ID: <1@us.example>\nTo: other@there.example\n\nhi"
    let bounce = try #require(try bounce(header, source))
    #expect(bounce.recipients.map(\.address) == ["sara@there.example"])
    #expect(bounce.status == status)
    #expect(bounce.originalMessageID == "1@us.example")
  }

  @Test func `a warning is a delay`() throws {
    let text = "The message to <sara@there.example> is delayed. We will keep trying.\n"
    let header = "\(Self.daemon)\nSubject: Warning: could not send message for past 4 hours"
    #expect(try bounce(header, text)?.action == .delayed)
  }

  @Test func `who complains is named`() throws {
    let report = """
      --b\n\nAbuse.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse
      Original-Rcpt-To: sara@there.example\n\n--b\nContent-Type: message/rfc822\n
      Message-ID: <1@us.example>\n\nhi\n--b--
      """
    let type = "Content-Type: multipart/report; report-type=feedback-report; boundary=b"
    let source = "From: feedback@there.example\n\(type)\n\n\(report)"
    let mail = try ParsedMail(parsing: Array(source.utf8))
    #expect(mail.bounce?.recipients.map(\.address) == ["sara@there.example"])
    #expect(mail.bounce?.action == .complained)
    #expect(mail.bounce?.originalMessageID == "1@us.example")
    #expect(mail.automatic == .abuseReport)
  }

  @Test func `who says that a message was read has it`() throws {
    let report = """
      --b\n\nRead.\n--b\nContent-Type: message/disposition-notification\n
      Final-Recipient: rfc822;sara@there.example
      Disposition: manual-action/MDN-sent-manually; displayed\n\n--b--
      """
    let type = "Content-Type: multipart/report; report-type=disposition-notification; boundary=b"
    let mail = try ParsedMail(parsing: Array("\(type)\n\n\(report)".utf8))
    #expect(mail.bounce == nil)
    #expect(mail.automatic == .generated)
  }

  @Test func `a topic's notice of the sending service is read`() throws {
    let json = """
      {"notificationType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"a@b.example",
      "status":"5.1.1"}]},"mail":{"messageId":"1@us.example"}}
      """
    let bounce = try bounce("From: no-reply@sns.example", json)
    #expect(bounce?.recipients.map(\.address) == ["a@b.example"])
    #expect(bounce?.originalMessageID == "1@us.example")
  }
}

@Suite(.enabled(if: SharedMail.isPresent))
struct SampleBounceTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    var path: String
    var action: String
    var status: String
    var recipients: [String]
    var testDescription: String { path }
  }

  static let expected: [Expected] = BounceFacts.table.split(separator: "\n").reduce(into: []) {
    if $1.hasPrefix(" ") {
      $0[$0.count - 1].recipients.append(String($1.dropFirst(2)))
    } else {
      let parts = $1.split(separator: " ").map(String.init)
      $0.append(Expected(path: parts[0], action: parts[1], status: parts[2], recipients: []))
    }
  }

  @Test(arguments: expected)
  func `a report names whom the message did not reach`(_ expected: Expected) throws {
    let mail = try ParsedMail(parsing: SharedMail.bytes("bounces/\(expected.path)"))
    let bounce = try #require(mail.bounce)
    #expect(bounce.recipients.map(\.address) == expected.recipients)
    #expect(bounce.action.rawValue == expected.action)
    #expect(bounce.status ?? "-" == expected.status)
    #expect(mail.automatic == (bounce.action == .complained ? .abuseReport : .bounce))
  }

  @Test(arguments: [
    "not/is-not-bounce-01.eml", "not/is-not-bounce-02.eml", "rfc3834-01.eml", "rfc3834-04.eml",
  ])
  func `other mail is no report`(_ path: String) throws {
    #expect(try ParsedMail(parsing: SharedMail.bytes("bounces/\(path)")).bounce == nil)
  }
}
