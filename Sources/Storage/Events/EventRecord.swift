/// Who or what an event is about, or who caused it: a kind of record and its id.
package struct Reference: Sendable, Hashable {
  /// The noun, as in `conversation`.
  package let kind: String
  package let id: Int64

  package init(kind: String, id: Int64) {
    self.kind = kind
    self.id = id
  }
}

/// An event as it is handed to the log.
package struct NewEvent: Sendable {
  package let account: Int64
  package let id: Int64
  package let at: Timestamp
  /// `noun.participle`, never changed once released.
  package let kind: String
  /// `nil` where the program acted by itself.
  package let actor: Reference?
  package let subject: Reference
  /// The conversation it belongs to, if any.
  package let conversation: Int64?
  /// A JSON object of ids and numbers, never people's words.
  package let payload: String

  package init(
    account: Int64,
    id: Int64,
    at: Timestamp,
    kind: String,
    actor: Reference?,
    subject: Reference,
    conversation: Int64?,
    payload: String
  ) {
    self.account = account
    self.id = id
    self.at = at
    self.kind = kind
    self.actor = actor
    self.subject = subject
    self.conversation = conversation
    self.payload = payload
  }
}

/// An event as it is read from the log.
package struct EventRecord: Sendable {
  /// Where it stands in the log; readers go by this alone.
  package let position: Int64
  package let event: NewEvent
}
