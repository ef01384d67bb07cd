import Channels
import HTTPTypes
import ServiceDesk
import Storage

/// Mail as it came, and what people do with what became no message.
struct MailSourceRoutes: Sendable {
  let reader: MailReader

  var operations: [Operation] { reading + writing }

  private var reading: [Operation] {
    [
      Operation(
        .get,
        "/mails",
        "listMail",
        "Mail as it came, newest first; what could not be taken in, unless another state is asked for",
        scopes: .read,
        query: [.init("state", .choice(MailSource.State.allCases.map(\.rawValue)), "The state")]
          + Operation.Parameter.window,
        success: .json(status: 200, .page(of: MailSource.schema)),
        failures: [422]
      ) { call in
        let state = call.query["state"].flatMap { MailSource.State(rawValue: $0) } ?? .quarantined
        return try await call.page(ListMailSources(state: state, window: call.window())) {
          $0.write(to: &$1)
        }
      },
      Operation(
        .get,
        "/mails/{mail}",
        "findMail",
        "A mail as it came, and what became of it",
        scopes: .read,
        success: .json(status: 200, MailSource.schema)
      ) { call in
        try await call.answer(FindMailSource(source: call.mail())) { $0.write(to: &$1) }
      },
      Operation(
        .get,
        "/mails/{mail}/source",
        "downloadMail",
        "A mail's bytes, just as they came",
        scopes: .read,
        success: .bytes,
        run: download
      ),
    ]
  }

  private var writing: [Operation] {
    [
      Operation(
        .post,
        "/mails/{mail}/retry",
        "retryMail",
        "Reads it once more; ask for it afterwards to see what became of it",
        scopes: .write,
        success: .json(status: 200, MailSource.schema),
        run: retry
      ),
      Operation(
        .put,
        "/mails/{mail}/conversation",
        "assignMail",
        "Brings it to a conversation, as its customer's message",
        scopes: .write,
        body: .json(
          .object([
            .required("conversation", .id),
            .required("text", .string(length: 1...100_000, format: .words), "What is read of it"),
          ])
        ),
        success: .json(status: 200, Message.schema),
        run: assign
      ),
      Operation(
        .delete,
        "/mails/{mail}",
        "discardMail",
        "Puts it away; its bytes stay",
        scopes: .write,
        success: .json(status: 200, MailSource.schema)
      ) { call in
        try await call.perform(DiscardMail(source: call.mail())) { $0.write(to: &$1) }
      },
    ]
  }

  private func download(_ call: Call) async throws -> Answer {
    let mail = try await call.desk.answer(FindMailSource(source: call.mail()), as: call.viewer)
    let bytes = try await call.desk.blobs.bytes(mail.hash, account: call.viewer.account.raw)
    guard let bytes else { throw CorrespondenceFailure.sourceMissing }
    return .file(bytes: bytes, name: mail.fileName, type: "message/rfc822")
  }

  private func retry(_ call: Call) async throws -> Answer {
    let source = try call.mail()
    let answer = try await call.perform(RetryMail(source: source)) { $0.write(to: &$1) }
    // Nothing happens if it was read under the same key before.
    try await reader.read(source, of: call.viewer.account)
    return answer
  }

  private func assign(_ call: Call) async throws -> Answer {
    guard let conversation = call.json["conversation"]?.text.flatMap({ ID<Conversation>($0) })
    else { throw AccessFailure.noSuchConversation }
    let command = AssignMail(
      source: try call.mail(),
      conversation: conversation,
      text: try Message.Body(call.json["text"]?.text ?? "")
    )
    return try await call.perform(command) { $0.write(to: &$1) }
  }
}

extension Call {
  /// The mail in the path.
  fileprivate func mail() throws -> ID<MailSource> { try id("mail", absent: .noSuchMail) }
}

extension MailSource {
  /// What a download is called.
  var fileName: String { "mail-\(id).eml" }
}
