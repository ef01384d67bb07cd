import Storage
package import Understanding

/// Teaches the account what a text is about, or that it is about nothing the account knows.
///
/// - Throws: ``ContactReasonFailure``.
package struct TeachContactReason: Command {
  package var example: IntentExample

  /// - Parameters:
  ///   - text: what a customer wrote; only hashes of it are kept.
  ///   - reason: what it is about; `nil` for nothing the account knows.
  package init(text: String, reason: ContactReason.Name?) {
    example = IntentExample(text, intent: reason?.text)
  }

  package func run(in work: Work) throws -> [ContactReason] {
    try work.insert([example])
    try work.record(ContactReasonsChanged(account: work.account))
    return try ListContactReasons().run(in: work)
  }
}

/// Takes over examples that were exported, in place of all that are there.
///
/// - Throws: ``ContactReasonFailure``.
package struct ReplaceContactReasons: Command {
  package static let scopes = Scopes.admin

  package var examples: [IntentExample]

  /// Without any, all is forgotten.
  package init(examples: [IntentExample] = []) { self.examples = examples }

  package func run(in work: Work) throws -> [ContactReason] {
    try work.execute("DELETE FROM contact_reason_example WHERE account_id = \(work.account)")
    try work.insert(examples)
    try work.record(ContactReasonsChanged(account: work.account))
    return try ListContactReasons().run(in: work)
  }
}

extension Work {
  fileprivate func insert(_ examples: [IntentExample]) throws {
    let counted = try rows(
      "SELECT COUNT(*) FROM contact_reason_example WHERE account_id = \(account)"
    )
    let count: Int = try counted.first.map { try $0[0] } ?? 0
    guard count + examples.count <= ContactReasonLessons.limit else {
      throw ContactReasonFailure.tooManyExamples
    }
    for example in examples {
      try execute(
        """
        INSERT INTO contact_reason_example (account_id, id, reason, trace, created_at)
        VALUES (\(account), \(newID(IntentExample.self)), \(example.intent),
          \(StoredJSON(example.hashes)), \(now))
        """
      )
    }
  }
}
