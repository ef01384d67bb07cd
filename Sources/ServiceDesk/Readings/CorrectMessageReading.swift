package import Storage
import Understanding

/// Puts right what one message was read to say; its conversation is read anew at once.
///
/// The account learns from it: messages like this one are read otherwise from then on.
///
/// - Throws: ``AccessFailure/noSuchConversation``, ``ReadingFailure``.
package struct CorrectMessageReading: Command {
  package var message: ID<Message>
  package var conversation: ID<Conversation>
  /// As readings name it: `anger`, `urgent`, `slow`, `neutral`.
  package var label: String
  /// Whether the message is so.
  package var isTrue: Bool

  package init(
    message: ID<Message>,
    conversation: ID<Conversation>,
    label: String,
    isTrue: Bool
  ) {
    self.message = message
    self.conversation = conversation
    self.label = label
    self.isTrue = isTrue
  }

  package func run(in work: Work) throws -> Message {
    guard let reader = work.reader else { throw ReadingFailure.noModel }
    _ = try work.requireVisible(conversation)
    let found = try FindMessage(message: message, conversation: conversation).run(in: work)
    guard found.reading != nil else { throw ReadingFailure.notRead }
    let correction = Correction(label: label, isTrue: isTrue, trace: reader.trace(found.text))
    _ = try CorrectReading(correction: correction).run(in: work)
    try work.readAgain(conversation)
    try work.record(MessageReadAgain(conversation: conversation, message: message))
    return try FindMessage(message: message, conversation: conversation).run(in: work)
  }
}

/// What a message was read to say has been put right.
package struct MessageReadAgain: ConversationEvent {
  package static let kind = "message.readAgain"

  package let conversation: ID<Conversation>
  package let message: ID<Message>

  package var subject: Reference { message.reference }
}
