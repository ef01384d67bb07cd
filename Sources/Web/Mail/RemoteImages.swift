package import Channels
import Foundation
import Mail
import ServiceDesk
import Storage

/// Fetches the pictures that mails show from elsewhere, so that nobody there learns who reads the
/// mail, when and from where.
///
/// Only what stood in a mail of the account can be fetched: its address is sealed by the program.
package struct RemoteImages: Sendable {
  /// The largest picture, in bytes.
  static let mostBytes = 5 * 1_024 * 1_024
  private static let timeLimit = Duration.seconds(10)

  /// Each asks one server after the other; a slow one holds up only a part of the others.
  private let clients: [WebClient]

  /// - Parameter options: What may be reached; by default what everybody can reach.
  package init(_ options: WebOptions = WebOptions(allowsPlain: true)) {
    clients = (0..<4).map { _ in WebClient(options) }
  }

  /// The address on our side of a picture elsewhere; `nil` for what no public picture can be.
  func address(
    of picture: String,
    account: ID<Account>,
    secrets: SecretBox
  ) -> String? {
    // Sealing fails only where the system has no random numbers; the picture stays blocked then.
    guard let remote = RemoteImageAddress(picture),
      let sealed = try? secrets.seal(SealedAddress(picture: remote.value), of: account),
      case .blob(let bytes) = sealed.sqlValue
    else { return nil }
    return "/desk/images?of=\(Self.base64URL(bytes))"
  }

  /// The picture, and what kind it is by its bytes; `nil` if there is none to be had.
  func picture(
    at sealed: String,
    account: ID<Account>,
    secrets: SecretBox
  ) async throws -> (bytes: [UInt8], type: PictureType)? {
    guard let bytes = Self.bytes(sealed), let secret = SealedSecret(sqlValue: .blob(bytes)) else {
      return nil
    }
    let address = try secrets.open(secret, as: SealedAddress.self, of: account).picture
    let request = WebRequest(
      address,
      headers: ["Accept": "image/*"],
      sizeLimit: Self.mostBytes,
      timeLimit: Self.timeLimit
    )
    let client = clients[Int(address.utf8.reduce(0) { ($0 &+ UInt($1)) % 4 })]
    // Whatever went wrong there: here there is no picture.
    guard let answer = try? await client.answer(to: request), answer.status == 200,
      let type = PictureType(of: answer.body)
    else { return nil }
    return (answer.body, type)
  }

  private struct SealedAddress: Codable {
    let picture: String
  }

  private static func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    return Data(base64Encoded: plain + padding).map(Array.init)
  }
}
