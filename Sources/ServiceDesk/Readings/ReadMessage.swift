import Storage
import Understanding

extension Work {
  /// Reads what a customer has just written, and what it makes of the conversation.
  ///
  /// Nothing happens where the program was started without a model to read with.
  func read(_ text: String, of message: ID<Message>, in conversation: ID<Conversation>) throws {
    guard let reader else { return }
    let reading = MessageReading(reader.read(text, corrections: try corrections(of: reader)))
    try execute(
      """
      INSERT INTO message_reading (account_id, conversation_id, message_id, language, polarity,
        score, feelings, urgent, churn, barriers, root, evidence, read_at)
      VALUES (\(account), \(conversation), \(message), \(reading.language), \(reading.polarity),
        \(reading.score), \(reading.feelings.stored), \(reading.isUrgent), \(reading.isChurn),
        \(reading.barriers.stored), \(reading.root), \(StoredJSON(reading.spans)), \(now))
      """
    )
    try note(reading.barriers, in: conversation)
    let state = try mood(of: conversation)
    let mood = state.mood.after(reading, isTurn: state.isTurn)
    try write(mood, of: conversation)
    if mood.isTurnForTheWorse(from: state.mood) {
      try record(
        MoodWorsened(
          conversation: conversation,
          message: message,
          before: state.mood.score,
          after: mood.score
        )
      )
    }
  }

  /// Reads the conversation's newest messages anew, as after a correction, and makes the mood and
  /// the barriers from what all its messages say then.
  func readAgain(_ conversation: ID<Conversation>) throws {
    guard let reader else { return }
    let corrections = try corrections(of: reader)
    let newest = try rows(
      """
      SELECT g.message_id, m.text FROM message_reading g
      JOIN message m ON m.account_id = g.account_id AND m.conversation_id = g.conversation_id
        AND m.id = g.message_id
      WHERE g.account_id = \(account) AND g.conversation_id = \(conversation)
      ORDER BY g.message_id DESC LIMIT \(Self.mostReadAgain)
      """
    )
    for row in newest {
      let reading = MessageReading(reader.read(try row[1], corrections: corrections))
      try replace(reading, of: try row[0], in: conversation)
    }
    try execute(
      """
      DELETE FROM conversation_barrier
      WHERE account_id = \(account) AND conversation_id = \(conversation)
      """
    )
    try replayMood(of: conversation)
  }

  /// A transaction must not take long.
  private static let mostReadAgain = 200
  private static let mostReplayed = 2_000

  private func replace(
    _ reading: MessageReading,
    of message: ID<Message>,
    in conversation: ID<Conversation>
  ) throws {
    try execute(
      """
      UPDATE message_reading SET language = \(reading.language), polarity = \(reading.polarity),
        score = \(reading.score), feelings = \(reading.feelings.stored),
        urgent = \(reading.isUrgent), churn = \(reading.isChurn),
        barriers = \(reading.barriers.stored), root = \(reading.root),
        evidence = \(StoredJSON(reading.spans)), read_at = \(now)
      WHERE account_id = \(account) AND conversation_id = \(conversation)
        AND message_id = \(message)
      """
    )
    try execute(
      """
      UPDATE message SET changed_at = \(now)
      WHERE account_id = \(account) AND conversation_id = \(conversation) AND id = \(message)
      """
    )
  }

  /// Goes through what both sides said, as it was when it was said.
  private func replayMood(of conversation: ID<Conversation>) throws {
    let said = try rows(
      """
      SELECT m.kind, \(MessageReading.columns) FROM message m
      LEFT JOIN message_reading g ON g.account_id = m.account_id
        AND g.conversation_id = m.conversation_id AND g.message_id = m.id
      WHERE m.account_id = \(account) AND m.conversation_id = \(conversation)
        AND (g.message_id IS NOT NULL OR (m.kind = 'reply' AND m.delivery <> 'withdrawn'))
      ORDER BY m.id DESC LIMIT \(Self.mostReplayed)
      """
    )
    var mood = Mood()
    var isTurn = false
    var barriers: Set<Barrier> = []
    for row in said.reversed() {
      guard try row[0] == Message.Kind.incoming else {
        isTurn = false
        continue
      }
      let reading = try MessageReading(row, at: 1)
      mood = mood.after(reading, isTurn: isTurn)
      isTurn = true
      barriers.formUnion(reading.barriers)
    }
    try note(Barrier.allCases.filter(barriers.contains), in: conversation)
    try write(mood, of: conversation)
  }

  private func note(_ barriers: [Barrier], in conversation: ID<Conversation>) throws {
    for barrier in barriers {
      try execute(
        """
        INSERT INTO conversation_barrier (account_id, conversation_id, barrier, noted_at)
        VALUES (\(account), \(conversation), \(barrier), \(now))
        ON CONFLICT (account_id, conversation_id, barrier) DO NOTHING
        """
      )
    }
  }

  private func mood(of conversation: ID<Conversation>) throws -> (mood: Mood, isTurn: Bool) {
    let found = try rows(
      """
      SELECT \(Mood.columns), c.status FROM conversation c
      WHERE c.account_id = \(account) AND c.id = \(conversation) \(forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchConversation }
    return (try Mood(row, at: 0) ?? Mood(), try row[4] == Conversation.Status.open)
  }

  private func write(_ mood: Mood, of conversation: ID<Conversation>) throws {
    try execute(
      """
      UPDATE conversation SET mood = \(mood.score), feeling = \(mood.feeling),
        urgent = \(mood.isUrgent), churn = \(mood.isChurn)
      WHERE account_id = \(account) AND id = \(conversation)
      """
    )
  }

  /// What the account has corrected; read from the database only when that has changed.
  private func corrections(of reader: TextReader) throws -> Corrections {
    let rows = try rows(
      """
      SELECT COUNT(*), MAX(id) FROM reading_correction WHERE account_id = \(account)
      """
    )
    let version = TextReader.CorrectionsVersion(
      count: try rows.first.map { try $0[0] } ?? 0,
      newest: try rows.first.flatMap { try $0[1] }
    )
    return try reader.corrections(of: account, version) { try FindCorrections().run(in: self) }
  }
}
