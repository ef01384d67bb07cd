import CSodium
package import Storage

/// A password as it is kept: by Argon2id, so that whoever reads the database does not know it.
package struct PasswordHash: Sendable, Equatable, SQLConvertible {
  // Two passes over 19 MiB: the first choice of OWASP's Password Storage Cheat Sheet.
  private static let passes: UInt64 = 2
  private static let memoryBytes = 19 * 1_024 * 1_024

  /// The hash with its parameters and salt, in libsodium's text form.
  package let text: String

  /// Takes some tens of milliseconds, on purpose.
  ///
  /// - Throws: ``PasswordFailure``.
  package init(of password: String) throws(PasswordFailure) {
    let length = password.unicodeScalars.count
    guard length >= 8 else { throw .tooShort }
    guard length <= 200 else { throw .tooLong }
    guard sodium_init() >= 0 else { throw .notHashed }
    var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let code = crypto_pwhash_str_alg(
      &hash,
      password,
      UInt64(password.utf8.count),
      Self.passes,
      Self.memoryBytes,
      crypto_pwhash_ALG_ARGON2ID13
    )
    guard code == 0 else { throw .notHashed }
    text = String(decoding: hash.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.text = text
  }

  /// The hash of a password that nobody has, made as all others are.
  static let nobodys = PasswordHash(
    text: "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
      + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  )

  private init(text: String) { self.text = text }

  /// Whether `password` is the one that was hashed; takes as long as hashing.
  package func matches(_ password: String) -> Bool {
    // Before it is initialised, the library is slow.
    sodium_init() >= 0 && crypto_pwhash_str_verify(text, password, UInt64(password.utf8.count)) == 0
  }
}

/// Why a password was not taken.
package enum PasswordFailure: String, Failure, CaseIterable {
  /// Shorter than 8 characters (NIST SP 800-63B, 5.1.1).
  case tooShort = "passwordTooShort"
  /// Longer than 200 characters.
  case tooLong = "passwordTooLong"
  /// The machine lacked the memory for it.
  case notHashed = "passwordNotHashed"

  package var kind: FailureKind { .invalid }
  package var field: String? { "password" }
}
