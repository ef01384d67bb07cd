import HTTPTypes
import ServiceDesk

/// Mail within conversations: how an answer would go out, taking it back, and which conversations
/// may be one.
struct CorrespondenceRoutes: Sendable {
  var operations: [Operation] { answers + proposals }

  private static let proposals = "/conversations/{conversation}/proposals"

  private var answers: [Operation] {
    [
      Operation(
        .get,
        "/conversations/{conversation}/answer",
        "findAnswer",
        "How an answer would go out: on which channel and, if by mail, to whom",
        scopes: .read,
        success: .json(status: 200, AnswerState.Output.schema)
      ) { call in
        try await call.answer(AnswerState(conversation: call.conversation())) {
          $0.write(to: &$1)
        }
      },
      Operation(
        .delete,
        "/conversations/{conversation}/messages/{message}/hold",
        "takeBackReply",
        "Takes a reply back that has not left yet; its words become a draft again",
        scopes: .write,
        success: .json(status: 200, Message.schema)
      ) { call in
        let command = TakeBackReply(
          conversation: try call.conversation(),
          message: try call.id("message", absent: .noSuchConversation)
        )
        return try await call.perform(command) { $0.write(to: &$1) }
      },
    ]
  }

  private var proposals: [Operation] {
    [
      Operation(
        .get,
        Self.proposals,
        "listProposals",
        "The conversations to which what was written in this one may belong",
        scopes: .read,
        success: .json(
          status: 200,
          .object([.required("items", .array(ListJoinProposals.Proposed.schema, most: 10))])
        )
      ) { call in
        try await call.answer(ListJoinProposals(conversation: call.conversation())) { found, json in
          json.object { json in
            json.name("items")
            json.array(found) { $1.write(to: &$0) }
          }
        }
      },
      Operation(
        .post,
        Self.proposals,
        "acceptProposal",
        "Brings the customer's mails to the conversation to which they belong",
        scopes: .write,
        body: .json(.object([.required("conversation", .id)])),
        success: .json(status: 200, Conversation.schema)
      ) { call in
        guard let target: ID<Conversation> = call.json["conversation"]?.text.flatMap({ ID($0) })
        else { throw AccessFailure.noSuchConversation }
        let command = AcceptJoin(conversation: try call.conversation(), target: target)
        return try await call.perform(command) { $0.write(to: &$1) }
      },
      Operation(
        .delete,
        Self.proposals,
        "declineProposals",
        "Leaves the conversation on its own",
        scopes: .write,
        success: .json(status: 200, Conversation.schema)
      ) { call in
        try await call.perform(DeclineJoin(conversation: call.conversation())) {
          $0.write(to: &$1)
        }
      },
    ]
  }
}

extension ListJoinProposals.Proposed {
  fileprivate static let schema = Schema.object([
    .required("reason", .choice(JoinProposal.Reason.allCases.map(\.rawValue))),
    .required("conversation", Conversation.schema),
  ])

  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("reason", reason.rawValue)
      json.name("conversation")
      target.write(to: &json)
    }
  }
}

extension AnswerState.Output {
  fileprivate static let schema = Schema.object([
    .required("channel", .choice(Channel.allCases.map(\.rawValue))),
    .required(
      "mail",
      .nullable(
        .object([
          .required("mailbox", .id),
          .required("from", .string()),
          .required("to", .array(Correspondent.schema, most: 10_000)),
          .required("cc", .array(Correspondent.schema, most: 10_000)),
          .required("subject", .string()),
        ])
      ),
      "null if not by mail, or if there is no mailbox to send from"
    ),
  ])

  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("channel", channel.rawValue)
      json.name("mail")
      guard let mail else { return json.null() }
      json.object { json in
        json.member("mailbox", mail.mailbox)
        json.member("from", mail.from)
        json.name("to")
        json.array(mail.recipients.to) { $1.write(to: &$0) }
        json.name("cc")
        json.array(mail.recipients.cc) { $1.write(to: &$0) }
        json.member("subject", mail.subject)
      }
    }
  }
}
