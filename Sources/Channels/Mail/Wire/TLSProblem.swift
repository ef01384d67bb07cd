/// Why a server's TLS is not to be trusted.
package enum TLSProblem: String, Sendable, Hashable, CaseIterable {
  case expired
  case notYetValid
  /// Nobody but the server itself vouches for the certificate.
  case selfSigned
  case unknownAuthority
  /// The certificate is another server's.
  case wrongName
  /// STARTTLS is required here, and the server does not offer it.
  case notOffered
  /// The port does not speak TLS from the first byte on.
  case notSpoken
  /// No common version or cipher, a revoked certificate and the like.
  case other
}
