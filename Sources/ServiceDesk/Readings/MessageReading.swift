import Storage
package import Understanding

/// What a customer's message was read to say, as the desk keeps it: no word of it.
package struct MessageReading: Sendable, Equatable {
  /// ISO 639-1; `und` for no words.
  package let language: String
  package let polarity: Polarity
  /// From -100, all negative, to 100.
  package let score: Int
  /// The likeliest first, at most three.
  package let feelings: [Emotion]
  package let isUrgent: Bool
  package let isChurn: Bool
  package let barriers: [Barrier]
  package let root: Root?
  /// The spans that carried it, the heaviest first.
  package let evidence: [Evidence]

  /// Whether it says nothing that somebody should see.
  package var isPlain: Bool {
    polarity == .neutral && feelings.isEmpty && !isUrgent && !isChurn && barriers.isEmpty
  }

  init(_ reading: Reading) {
    language = reading.language
    polarity = reading.polarity
    score = Int((100 * reading.score).rounded())
    feelings = reading.labels
    isUrgent = reading.isUrgent
    isChurn = reading.isChurn
    barriers = reading.barriers
    root = reading.root
    evidence = Array(reading.evidence.prefix(Self.mostEvidence))
  }

  /// More marks would say less.
  private static let mostEvidence = 5
}

extension MessageReading {
  /// What ``init(_:at:)`` takes, of `message_reading` as `g`.
  static let columns: SQL = """
    g.language, g.polarity, g.score, g.feelings, g.urgent, g.churn, g.barriers, g.root, g.evidence
    """

  /// Reads the columns from `place` on.
  init(_ row: Row, at place: Int) throws {
    language = try row[place]
    polarity = try row[place + 1]
    score = try row[place + 2]
    feelings = try Self.values(row[place + 3])
    isUrgent = try row[place + 4]
    isChurn = try row[place + 5]
    barriers = try Self.values(row[place + 6])
    root = try row[place + 7]
    let spans: StoredJSON<[[Int]]> = try row[place + 8]
    evidence = spans.value.compactMap { span in
      guard span.count == 3 else { return nil }
      return Evidence(start: span[0], end: span[1], weight: Double(span[2]) / 100)
    }
  }

  /// As ``init(_:at:)`` reads them.
  var spans: [[Int]] {
    evidence.map { [$0.start, $0.end, Int((100 * $0.weight).rounded())] }
  }

  /// Names that a later version does not know any more are left out.
  private static func values<Value: RawRepresentable<String>>(_ text: String) -> [Value] {
    text.split(separator: ",").compactMap { Value(rawValue: String($0)) }
  }
}

extension Sequence where Element: RawRepresentable<String> {
  /// As one column keeps them.
  var stored: String { map(\.rawValue).joined(separator: ",") }
}

extension Polarity: SQLConvertible {}
extension Root: SQLConvertible {}
extension Emotion: SQLConvertible {}
extension Barrier: SQLConvertible {}

extension Work {
  /// The readings of messages of one conversation; those that were not read are left out.
  func readings(
    of messages: [ID<Message>],
    in conversation: ID<Conversation>
  ) throws -> [ID<Message>: MessageReading] {
    guard !messages.isEmpty else { return [:] }
    let rows = try rows(
      """
      SELECT g.message_id, \(MessageReading.columns) FROM message_reading g
      WHERE g.account_id = \(account) AND g.conversation_id = \(conversation)
        AND g.message_id IN \(list: messages)
      """
    )
    var readings: [ID<Message>: MessageReading] = [:]
    for row in rows { readings[try row[0]] = try MessageReading(row, at: 1) }
    return readings
  }
}
