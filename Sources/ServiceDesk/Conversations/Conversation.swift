package import Storage

/// What a customer and the team have to say to each other about one matter.
package struct Conversation: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable, SQLConvertible {
    /// The team has to act.
    case open
    /// The customer has to act.
    case waiting
    /// The team will act later, at a set time.
    case snoozed
    case resolved
    case spam

    /// Those in which somebody still owes something.
    package static let unresolved: [Status] = [.open, .waiting, .snoozed]
  }

  package enum Priority: String, Sendable, CaseIterable, SQLConvertible {
    case low, normal, high, urgent
  }

  /// Who has to see to it: always exactly one.
  package enum Owner: Sendable, Hashable {
    case agent(ID<Agent>)
    case team(ID<Team>)
  }

  /// A person or team with the name to show.
  package struct Named<Key: Sendable & Hashable>: Sendable, Equatable {
    package let id: Key
    package let name: String?
  }

  package let id: ID<Conversation>
  /// Counts up from 1 within the account.
  package let number: Int
  package let subject: String
  package let status: Status
  package let priority: Priority
  package let channel: Channel
  package let customer: Named<ID<Customer>>
  package let owner: Named<Owner>
  /// When the customer has been promised to hear next.
  package let dueAt: Timestamp?
  package let snoozedUntil: Timestamp?
  /// `nil` as long as nothing of it was read.
  package let mood: Mood?
  package let labels: [String]
  package let attributes: Attributes
  package let messageCount: Int
  package let createdAt: Timestamp
  /// When something last happened to it.
  package let updatedAt: Timestamp

  /// A subject of 1 to 250 Unicode scalars.
  package typealias Subject = BoundedText<SubjectLimits>
}

extension Conversation: Referable {
  package static let noun = "conversation"
}

package enum SubjectLimits: TextLimits {
  package static let range = 1...250
  package static let field = "subject"
}

/// Where messages come from and go to.
package enum Channel: String, Sendable, CaseIterable, SQLConvertible {
  case api
  case chat
  case mail
  case phone

  /// Whether the channel itself says which messages belong together; elsewhere a customer's
  /// message goes on with what was last spoken of.
  package var hasThreads: Bool { self == .api || self == .mail }
}

/// Why a conversation was not changed.
package enum ConversationFailure: String, Failure, CaseIterable {
  /// A conversation is snoozed until a time in the future, at most a year ahead.
  case snoozeTimeOutOfRange
  /// Resolved conversations and spam cannot be snoozed: reopen them first.
  case notUnresolved
  /// At most 30 labels.
  case tooManyLabels
  /// Another agent owns it.
  case alreadyClaimed

  package var kind: FailureKind {
    switch self {
    case .notUnresolved, .alreadyClaimed: .conflict
    case .snoozeTimeOutOfRange, .tooManyLabels: .invalid
    }
  }

  package var field: String? {
    switch self {
    case .snoozeTimeOutOfRange: "until"
    case .tooManyLabels: "labels"
    case .notUnresolved, .alreadyClaimed: nil
    }
  }
}
