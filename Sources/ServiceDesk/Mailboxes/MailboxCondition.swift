/// How a mailbox stands, in one word.
package enum MailboxCondition: String, Sendable, CaseIterable {
  /// Fetching does not go well at the moment.
  case failing
  /// Somebody has stopped fetching.
  case paused
  /// It was never looked into yet.
  case new
  case healthy
  /// Mail comes by the API or a pipe; there is nothing to fetch.
  case delivered
}

extension Mailbox {
  package var condition: MailboxCondition {
    if pausedAt != nil { return .paused }
    if settings.incoming == nil { return .delivered }
    if health.failedSince != nil { return .failing }
    return health.succeededAt == nil ? .new : .healthy
  }
}
