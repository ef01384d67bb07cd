import Storage
package import Understanding

/// What an account was taught, as far as somebody does not know it yet.
package struct ContactReasonLessons: Sendable {
  /// The most examples of an account.
  package static let limit = 20_000

  /// Up to where an account's examples are known.
  package struct Place: Sendable, Hashable {
    package let last: ID<IntentExample>
    package let count: Int
  }

  /// What comes after the known ones; all, if these are not the account's any more.
  package let examples: [IntentExample]
  /// Whether `examples` are all.
  package let areAll: Bool
  /// Up to where all is known with them; `nil` if there are none.
  package let place: Place?
}

/// The account's examples after those that are known, from the oldest to the newest.
package struct FindContactReasonLessons: Query {
  package var known: ContactReasonLessons.Place?

  package init(after known: ContactReasonLessons.Place? = nil) { self.known = known }

  package func run(in work: Work) throws -> ContactReasonLessons {
    guard let known, try count(upTo: known.last, in: work) == known.count else {
      return try lessons(after: nil, in: work)
    }
    return try lessons(after: known, in: work)
  }

  /// An example may be committed after one with a later identifier, so the last one is no proof of
  /// those before it.
  private func count(upTo last: ID<IntentExample>, in work: Work) throws -> Int {
    let rows = try work.rows(
      """
      SELECT COUNT(*) FROM contact_reason_example
      WHERE account_id = \(work.account) AND id <= \(last)
      """
    )
    return try rows.first.map { try $0[0] } ?? 0
  }

  private func lessons(
    after known: ContactReasonLessons.Place?,
    in work: Work
  ) throws -> ContactReasonLessons {
    let rows = try work.rows(
      """
      SELECT id, reason, trace FROM contact_reason_example
      WHERE account_id = \(work.account) AND id > \(known?.last ?? ID(0))
      ORDER BY id LIMIT \(ContactReasonLessons.limit)
      """
    )
    let examples = try rows.map { row in
      let hashes: StoredJSON<[UInt32]> = try row[2]
      return IntentExample(intent: try row[1], hashes: hashes.value)
    }
    var place = known
    if let row = rows.last {
      place = ContactReasonLessons.Place(last: try row[0], count: (known?.count ?? 0) + rows.count)
    }
    return ContactReasonLessons(examples: examples, areAll: known == nil, place: place)
  }
}
