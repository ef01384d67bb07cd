import Crypto

extension String {
  /// So many random bytes from the system, each as two hexadecimal digits.
  static func randomHex(bytes: Int) -> String {
    SymmetricKey(size: SymmetricKeySize(bitCount: 8 * bytes)).withUnsafeBytes { bytes in
      bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
  }
}
