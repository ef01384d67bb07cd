import HTTPTypes
import ServiceDesk

/// Mail from here: what waits, what failed, what was sent.
struct OutgoingMailRoutes: Sendable {
  var operations: [Operation] {
    [
      Operation(
        .get,
        "/outgoing-mail",
        "listOutgoingMail",
        "Mail from here, newest first; what could not be sent, unless another state is asked for",
        scopes: .read,
        query: [.init("state", .choice(OutgoingMail.State.allCases.map(\.rawValue)), "The state")]
          + Operation.Parameter.window,
        success: .json(status: 200, .page(of: OutgoingMail.schema)),
        failures: [422]
      ) { call in
        let state = call.query["state"].flatMap { OutgoingMail.State(rawValue: $0) } ?? .failed
        return try await call.page(ListOutgoingMail(state: state, window: call.window())) {
          $0.write(to: &$1)
        }
      },
      Operation(
        .post,
        "/outgoing-mail/{outgoingMail}/retry",
        "retryOutgoingMail",
        "Sends it again, if it had failed",
        scopes: .write,
        success: .empty
      ) { call in
        let mail: ID<OutgoingMail> = try call.id("outgoingMail", absent: .noSuchMail)
        return try await call.perform(SendAgain(mail: mail))
      },
    ]
  }
}

extension OutgoingMail {
  /// Writes it as the API shows it; what it says is not shown, since it may let somebody in.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("kind", kind.rawValue)
      json.member("mailbox", mailbox)
      json.member("conversation", conversation)
      json.member("message", message)
      json.name("to")
      json.array(letter.recipients.all) { $0.value($1.address.text) }
      json.member("subject", letter.subject)
      json.member("state", state.rawValue)
      json.member("error", error)
      json.member("sentAt", sentAt)
      json.member("createdAt", createdAt)
    }
  }

  static let schema = Schema.named(
    "OutgoingMail",
    .object([
      .required("id", .id),
      .required("kind", .choice(Kind.allCases.map(\.rawValue)), "What it is for"),
      .required("mailbox", .id, "From where it is sent"),
      .required("conversation", .nullable(.id)),
      .required("message", .nullable(.id)),
      .required("to", .array(.string(length: 3...254), most: MailRecipients.most)),
      .required("subject", .string()),
      .required("state", .choice(State.allCases.map(\.rawValue))),
      .required("error", .nullable(.string()), "What the server or the line said last"),
      .required("sentAt", .nullable(.time)),
      .required("createdAt", .time),
    ])
  )
}
