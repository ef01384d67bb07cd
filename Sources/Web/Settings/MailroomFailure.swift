import ServiceDesk

/// What can be wrong with what people type about mail.
enum MailroomFailure: String, Failure, CaseIterable {
  /// No conversation has the number.
  case noSuchNumber

  var kind: FailureKind { .invalid }
}
