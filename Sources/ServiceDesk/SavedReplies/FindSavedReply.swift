import Storage

/// One saved reply as it is kept.
///
/// - Throws: ``AccessFailure/noSuchSavedReply``.
package struct FindSavedReply: Query {
  package var savedReply: ID<SavedReply>

  package init(savedReply: ID<SavedReply>) { self.savedReply = savedReply }

  package func run(in work: Work) throws -> SavedReply { try work.savedReply(savedReply) }
}
