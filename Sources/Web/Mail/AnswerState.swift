import ServiceDesk

/// How an answer in a conversation would go out.
struct AnswerState: Query {
  struct Output: Sendable {
    let channel: Channel
    /// `nil` if not by mail, or if there is no mailbox to send from.
    let mail: MailAnswer?
  }

  let conversation: ID<Conversation>

  func run(in work: Work) throws -> Output {
    Output(
      channel: try FindAnswerChannel(conversation: conversation).run(in: work),
      mail: try FindMailAnswer(conversation: conversation).run(in: work)
    )
  }
}
