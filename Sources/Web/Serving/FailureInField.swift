import ServiceDesk

/// A failure in the field that a form or a body has for what is at fault.
struct FailureInField<Cause: Failure>: Failure {
  let cause: Cause
  let field: String?

  var kind: FailureKind { cause.kind }
  var code: String { cause.code }
}

/// Runs `body`; what fails in it is at fault in `field`.
func placing<Value>(_ field: String, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let failure as any Failure {
    throw failure.placed(in: field)
  }
}

extension Failure {
  fileprivate func placed(in field: String) -> any Failure {
    FailureInField(cause: self, field: field)
  }
}
