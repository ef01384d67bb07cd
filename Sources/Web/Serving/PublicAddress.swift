import HTTPTypes
import Hummingbird

/// Under which address visitors reach the program, without a slash at the end.
struct PublicAddress: Sendable {
  /// As it was set; else each request tells.
  let fixed: String?

  func text(_ request: Request, _ context: WebContext) -> String {
    if let fixed { return fixed.hasSuffix("/") ? String(fixed.dropLast()) : fixed }
    let scheme = context.origin.isEncrypted ? "https" : "http"
    return "\(scheme)://\(request.head.authority ?? "localhost")"
  }
}
