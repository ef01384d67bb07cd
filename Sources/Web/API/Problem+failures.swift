import Hummingbird
import ServiceDesk
import Storage

extension FailureKind {
  /// The HTTP status for this kind of failure.
  ///
  /// No other code maps failures to statuses.
  var status: Int {
    switch self {
    case .invalid: 422
    case .forbidden: 403
    case .missing: 404
    case .conflict: 409
    case .gone: 410
    }
  }
}

extension Problem {
  /// The problem that `error` is for a client.
  ///
  /// - Returns: `nil` for what is a fault of the program.
  package init?(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let failure as any Failure:
      self.init(
        status: failure.kind.status,
        code: failure.code,
        faults: failure.field.map { [Fault(pointer: "/\($0)", detail: nil)] } ?? []
      )
    case EventLogFailure.expired: self.init(status: 410, code: "positionExpired")
    case JSONFailure.malformed: self.init(status: 400, code: "malformedJSON")
    case let failure as DatabaseFailure where failure.isPassing:
      self.init(status: 503, code: "busy", retryAfterSeconds: failure.retryAfterSeconds)
    case is PasswordQueueFull: self.init(status: 503, code: "busy", retryAfterSeconds: 2)
    case IDFailure.leaseExpired: self.init(status: 503, code: "busy", retryAfterSeconds: 5)
    case let error as any HTTPResponseError:
      self.init(status: error.status.code, code: Self.code(ofStatus: error.status.code))
    default: return nil
    }
  }

  private static func code(ofStatus status: Int) -> String {
    switch status {
    case 404: "noSuchPage"
    case 405: "methodNotAllowed"
    case 413: "bodyTooLarge"
    default: "badRequest"
    }
  }
}

extension DatabaseFailure {
  fileprivate var retryAfterSeconds: Int {
    if case .overloaded(let seconds) = self { seconds } else { 2 }
  }
}
