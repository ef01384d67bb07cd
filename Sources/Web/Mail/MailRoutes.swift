import Channels
import HTTPTypes
import ServiceDesk

/// Mail as it comes: taken in from pipes and mail services.
struct MailRoutes: Sendable {
  let reader: MailReader

  var operations: [Operation] {
    [
      Operation(
        .post,
        "/mail/inbound",
        "receiveMail",
        "Takes in a mail, whole as it came (RFC 5322); the same one twice is one",
        scopes: .write,
        query: [
          .init("mailbox", .string(length: 1...20, format: .words), "The mailbox that got it")
        ],
        body: .bytes(most: MailSource.mostBytes),
        success: .json(status: 201, MailSource.schema),
        failures: [404, 422],
        run: receive
      )
    ]
  }

  private func receive(_ call: Call) async throws -> Answer {
    let mailbox = try call.query["mailbox"].map { text in
      guard let id = ID<Mailbox>(text) else { throw AccessFailure.noSuchMailbox }
      return id
    }
    guard call.viewer.scopes.contains(.write) else { throw AccessFailure.notAllowed }
    guard !call.bytes.isEmpty else { throw AttachmentFailure.empty }
    if let mailbox {
      _ = try await call.desk.answer(
        FindMailbox(mailbox: mailbox),
        as: .system(of: call.viewer.account)
      )
    }
    let kept = try await reader.take(
      call.bytes,
      mailbox: mailbox,
      arrivedAt: call.desk.now(),
      of: call.viewer.account
    )
    return try await call.perform(ShowMail(source: kept.source), status: 201) {
      $0.write(to: &$1)
    }
  }
}
