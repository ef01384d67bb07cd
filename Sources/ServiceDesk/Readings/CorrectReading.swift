package import Storage
package import Understanding

/// Puts a reading right: what one text is, or is not; the account's readings change at once.
///
/// - Throws: ``ReadingFailure/noSuchLabel``.
package struct CorrectReading: Command {
  package var correction: Correction

  package init(correction: Correction) { self.correction = correction }

  package func run(in work: Work) throws -> Corrections {
    var corrections = try FindCorrections().run(in: work)
    guard corrections.add(correction) else { throw ReadingFailure.noSuchLabel }
    // One of the same label of the same text makes room for this one, the oldest for one too many.
    try work.execute("DELETE FROM reading_correction WHERE account_id = \(work.account)")
    for kept in corrections.all { try work.insert(kept) }
    try work.record(ReadingCorrected(account: work.account))
    return corrections
  }
}

/// Takes corrections over that were exported, in place of those that are there.
///
/// - Throws: ``ReadingFailure/noSuchLabel``.
package struct ReplaceCorrections: Command {
  package static let scopes = Scopes.admin

  package var corrections: [Correction]

  /// Without any, all is forgotten.
  package init(corrections: [Correction] = []) { self.corrections = corrections }

  package func run(in work: Work) throws -> Corrections {
    var replaced = Corrections()
    for correction in corrections where !replaced.add(correction) {
      throw ReadingFailure.noSuchLabel
    }
    try work.execute("DELETE FROM reading_correction WHERE account_id = \(work.account)")
    for kept in replaced.all { try work.insert(kept) }
    try work.record(ReadingCorrected(account: work.account))
    return replaced
  }
}

/// What the account has corrected, from the oldest to the newest.
package struct FindCorrections: Query {
  package init() {}

  package func run(in work: Work) throws -> Corrections {
    let rows = try work.rows(
      """
      SELECT label, is_true, trace FROM reading_correction
      WHERE account_id = \(work.account) ORDER BY id LIMIT \(Corrections.limit)
      """
    )
    var corrections = Corrections()
    for row in rows {
      let trace: StoredJSON<CorrectionTrace> = try row[2]
      corrections.add(Correction(label: try row[0], isTrue: try row[1], trace: trace.value))
    }
    return corrections
  }
}

/// A reading was put right, or what was put right before was forgotten.
package struct ReadingCorrected: Event {
  package static let kind = "reading.corrected"

  package let account: ID<Account>

  package var subject: Reference { account.reference }
}

package enum ReadingFailure: String, Failure, CaseIterable {
  /// Labels are those of readings, such as `anger`, `urgent`, `slow` or `negative`.
  case noSuchLabel = "noSuchReadingLabel"
  /// The program was started without a model to read with.
  case noModel = "noReadingModel"
  /// Only what customers have written is read.
  case notRead = "messageNotRead"

  package var kind: FailureKind { self == .noSuchLabel ? .invalid : .conflict }
  package var field: String? { self == .noSuchLabel ? "label" : nil }
}

extension Work {
  fileprivate func insert(_ correction: Correction) throws {
    let agent: ID<Agent>? = if case .agent(let agent) = viewer.actor { agent } else { nil }
    try execute(
      """
      INSERT INTO reading_correction (account_id, id, label, is_true, trace, agent_id, created_at)
      VALUES (\(account), \(newID(Correction.self)), \(correction.label), \(correction.isTrue),
        \(StoredJSON(correction.trace)), \(agent), \(now))
      """
    )
  }
}
