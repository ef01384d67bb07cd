import Crypto
import Storage

extension String {
  /// So many random bytes from the system, each as two hexadecimal digits.
  package static func randomHex(bytes: Int) -> String {
    SymmetricKey(size: SymmetricKeySize(bitCount: 8 * bytes)).withUnsafeBytes { $0.hex }
  }
}
