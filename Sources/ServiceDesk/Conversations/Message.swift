package import Storage

/// One thing said in a conversation.
package struct Message: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
    /// From the customer.
    case incoming
    /// To the customer.
    case reply
    /// For the team alone; never leaves it.
    case note
    /// From the program, for the team.
    case system
  }

  package enum Author: Sendable, Hashable {
    case customer(ID<Customer>)
    case agent(ID<Agent>)
    case system
  }

  /// How far a reply has got.
  package enum Delivery: String, Sendable, CaseIterable, SQLConvertible {
    /// It may still be taken back.
    case held
    /// It is on its way.
    case queued
    /// It has left the house, or lies where its recipient reads it.
    case sent
    /// It could not be sent.
    case failed
    /// It was sent, and came back.
    case bounced
    /// It was taken back before it left.
    case withdrawn
  }

  package let id: ID<Message>
  package let conversation: ID<Conversation>
  package let kind: Kind
  package let text: String
  package let author: Author
  package let authorName: String?
  /// The picture of an agent who has one.
  package let authorPicture: ID<Attachment>?
  package let channel: Channel
  /// `nil` for what is not sent.
  package let delivery: Delivery?
  /// `nil` for what is no mail.
  package let mail: MessageMail?
  /// `nil` for what no customer wrote, and for what was not read.
  package let reading: MessageReading?
  package let attachments: [Attachment]
  package let createdAt: Timestamp

  /// A text of 1 to 100,000 Unicode scalars.
  package typealias Body = BoundedText<MessageLimits>
  /// What a client calls a message by, of 1 to 200 Unicode scalars: the same conversation never
  /// holds two of one key.
  package typealias ClientKey = BoundedText<ClientKeyLimits>
}

extension Message: Referable {
  package static let noun = "message"
}

package enum MessageLimits: TextLimits {
  package static let range = 1...100_000
  package static let field = "text"
}

package enum ClientKeyLimits: TextLimits {
  package static let range = 1...200
  package static let field = "key"
}
