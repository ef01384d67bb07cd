package import HTTPTypes

extension HTTPField.Name {
  static let accelBuffering = known("X-Accel-Buffering")
  static let crossOriginResourcePolicy = known("Cross-Origin-Resource-Policy")
  /// What a script of our own pages sends along, so that no other site can send it in its name.
  package static let csrf = known("X-CSRF")
  static let forwardedFor = known("X-Forwarded-For")
  static let forwardedProto = known("X-Forwarded-Proto")
  static let frameOptions = known("X-Frame-Options")
  /// The client's key for a request,
  /// <https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/>.
  package static let idempotencyKey = known("Idempotency-Key")
  package static let lastEventID = known("Last-Event-ID")
  static let referrerPolicy = known("Referrer-Policy")
  static let requestID = known("X-Request-ID")

  private static func known(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
      preconditionFailure("\(name) is no header's name (RFC 9110, 5.1)")
    }
    return name
  }
}
