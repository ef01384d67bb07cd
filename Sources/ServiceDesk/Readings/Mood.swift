package import Storage
package import Understanding

/// How it is for a conversation's customer, as far as the words show it.
///
/// The feeling is that of the last message that showed one: what somebody asks plainly after an
/// outburst does not undo it. Urgent is what the customer wrote last, or wrote since the team's
/// last answer; leaving is taken back only by a message that shows a good feeling.
package struct Mood: Sendable, Equatable {
  /// From -100, all negative, to 100; 0 where nothing was shown.
  package var score = 0
  /// The likeliest feeling of the message that the score comes from.
  package var feeling: Emotion?
  package var isUrgent = false
  package var isChurn = false

  package init() {}

  /// From which score on a conversation needs somebody with care.
  package static let upset = -40
  /// By how much a message is worse than what was before it to be a turn.
  static let turn = 40

  /// What becomes of it with one more message.
  ///
  /// What was urgent still is, if it was the team's turn already.
  func after(_ reading: MessageReading, isTurn: Bool) -> Mood {
    var mood = self
    if reading.polarity != .neutral {
      mood.score = reading.score
      mood.feeling = reading.feelings.first
    }
    mood.isUrgent = reading.isUrgent || (isTurn && isUrgent)
    mood.isChurn = reading.isChurn || (isChurn && reading.polarity != .positive)
    return mood
  }

  /// Whether somebody should know at once that it has come to this.
  func isTurnForTheWorse(from before: Mood) -> Bool {
    score < 0 && before.score - score >= Self.turn
  }
}

extension Mood {
  /// What `init(_:at:)` takes, of `conversation` as `c`.
  static let columns: SQL = "c.mood, c.feeling, c.urgent, c.churn"

  /// Reads the columns from `place` on; `nil` as long as nothing was read.
  init?(_ row: Row, at place: Int) throws {
    guard let score: Int = try row[place] else { return nil }
    self.score = score
    feeling = try row[place + 1]
    isUrgent = try row[place + 2]
    isChurn = try row[place + 3]
  }
}

/// What a customer wrote shows a feeling that is much worse than what was before.
package struct MoodWorsened: ConversationEvent {
  package static let kind = "mood.worsened"

  package let conversation: ID<Conversation>
  package let message: ID<Message>
  /// From -100, all negative, to 100.
  package let before: Int
  package let after: Int

  package var subject: Reference { message.reference }
}
