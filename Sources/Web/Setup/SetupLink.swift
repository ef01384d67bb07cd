import ServiceDesk
import Synchronization

/// The one-time link with which the first administrator is made through the browser.
///
/// It lives in this process alone: whoever can read the server's output may set it up.
package final class SetupLink: Sendable {
  private let secret: Mutex<String?>

  /// - Parameter isNeeded: false where there is an account already; then no link is ever right.
  package init(isNeeded: Bool) {
    secret = Mutex(isNeeded ? .randomHex(bytes: 16) : nil)
  }

  /// The path of the page; `nil` once it is used up.
  package var path: String? { secret.withLock { $0 }.map { "/setup/\($0)" } }

  func isRight(_ candidate: String) -> Bool { secret.withLock { $0 } == candidate }

  func useUp() { secret.withLock { $0 = nil } }
}
