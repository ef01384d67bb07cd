/// What the caller of a failed command can do about it; transports translate this, nothing else.
package enum FailureKind: Sendable { case invalid, forbidden, missing, conflict, gone }

/// A failure to be explained to the person who caused it.
package protocol Failure: Error, Equatable {
  var kind: FailureKind { get }

  /// The name of the situation, as in `noSuchConversation`; what a client tells failures apart by.
  var code: String { get }

  /// The field of the command that is at fault, if it is one.
  var field: String? { get }
}

extension Failure {
  package var field: String? { nil }
}

extension Failure where Self: RawRepresentable, RawValue == String {
  package var code: String { rawValue }
}

/// A record the viewer may not see is reported exactly as one that does not exist.
package enum AccessFailure: String, Failure, CaseIterable {
  case noSuchAccount
  case noSuchAgent
  case noSuchAttachment
  case noSuchConversation
  case noSuchCustomer
  case noSuchInbox
  case noSuchLabel
  case noSuchMail
  case noSuchMailbox
  case noSuchMerge
  case noSuchMessage
  case noSuchSavedReply
  case noSuchSession
  case noSuchTeam
  case noSuchToken
  /// The viewer's token lacks the scope.
  case notAllowed

  package var kind: FailureKind { self == .notAllowed ? .forbidden : .missing }
}
