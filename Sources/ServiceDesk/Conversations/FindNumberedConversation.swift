import Storage

/// The conversation that people call by a number.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct FindNumberedConversation: Query {
  package var number: Int

  package init(number: Int) { self.number = number }

  package func run(in work: Work) throws -> ID<Conversation> {
    let found = try work.rows(
      """
      SELECT id FROM conversation WHERE account_id = \(work.account) AND number = \(number)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchConversation }
    return try row[0]
  }
}
