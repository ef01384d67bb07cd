package import Storage

/// Why customers write, in the account's own words: learned from texts that somebody has named.
package struct ContactReason: Sendable, Hashable {
  /// A name of 1 to 100 Unicode scalars.
  package typealias Name = BoundedText<ContactReasonNameLimits>

  package let name: String
  /// How many texts it was learned from.
  package let examples: Int
}

package enum ContactReasonNameLimits: TextLimits {
  package static let range = 1...100
  package static let field = "reason"
}

/// The account's reasons, those with the most examples first.
package struct ListContactReasons: Query {
  package init() {}

  package func run(in work: Work) throws -> [ContactReason] {
    try work.rows(
      """
      SELECT reason, COUNT(*) FROM contact_reason_example
      WHERE account_id = \(work.account) AND reason IS NOT NULL
      GROUP BY reason ORDER BY COUNT(*) DESC, reason
      """
    ).map { ContactReason(name: try $0[0], examples: try $0[1]) }
  }
}

/// The account was taught what a text is about, or has forgotten or replaced it all.
package struct ContactReasonsChanged: Event {
  package static let kind = "contactReasons.changed"

  package let account: ID<Account>

  package var subject: Reference { account.reference }
}

package enum ContactReasonFailure: String, Failure, CaseIterable {
  /// An account has at most ``ContactReasonLessons/limit`` examples.
  case tooManyExamples = "tooManyContactReasonExamples"

  package var kind: FailureKind { .conflict }
}
