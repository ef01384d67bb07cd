import Crypto
import Foundation
import ServiceDesk

/// The key with which secrets are sealed: 256 bits, written as 64 hexadecimal digits.
struct SecretKey: Sendable, Equatable {
  let hex: String

  init?(_ hex: String) {
    let hex = hex.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    guard hex.utf8.count == 64, hex.utf8.allSatisfy({ UInt8.hexDigits.contains($0) }) else {
      return nil
    }
    self.hex = hex
  }

  /// A new one.
  private init() {
    hex = .randomHex(bytes: 32)
  }

  var symmetric: SymmetricKey {
    let digits = hex.utf8.map { UInt8($0 > 57 ? $0 - 87 : $0 - 48) }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    return SymmetricKey(data: bytes)
  }

  /// The key that the file holds; made and written, for its owner alone, where there is none.
  ///
  /// - Throws: ``OperationFailure`` if the file holds something else or cannot be written.
  static func kept(in file: URL) throws -> SecretKey {
    let path = file.path(percentEncoded: false)
    if !FileManager.default.fileExists(atPath: path) {
      do {
        // Whoever comes second finds the first one's file, and reads that.
        try Data((SecretKey().hex + "\n").utf8).write(to: file, options: .withoutOverwriting)
      } catch let error as CocoaError where error.code == .fileWriteFileExists {
      } catch {
        throw OperationFailure("cannot write \(path): \(error.localizedDescription)")
      }
    }
    guard let text = try? String(contentsOf: file, encoding: .utf8), let key = SecretKey(text)
    else {
      throw OperationFailure(
        "\(path) holds no key: 64 hexadecimal digits are expected. Bring back the right file from "
          + "a copy, or remove it to have a new one made; what was sealed before is lost then."
      )
    }
    return key
  }
}

extension UInt8 {
  fileprivate static let hexDigits = Set("0123456789abcdef".utf8)
}
