import HTTPTypes
import Hummingbird

/// Lets the pages that may use the chat read its answers
/// (<https://fetch.spec.whatwg.org/#http-cors-protocol>).
///
/// A page that may not is told so without that leave, so that its browser keeps even the problem
/// from it. Other problems may be read, so that the chat can tell them apart.
struct ChatOriginMiddleware: RouterMiddleware {
  typealias Context = WebContext

  @concurrent func handle(
    _ request: Request,
    context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return adding(to: try await next(request, context), for: request)
    } catch {
      guard let problem = Problem(error) else { throw error }
      let response = ProblemResponse(problem, language: context.language).response()
      guard problem.code != "originNotAllowed" else {
        return adding(to: response, for: request, isAllowed: false)
      }
      return adding(to: response, for: request)
    }
  }

  private func adding(
    to response: Response,
    for request: Request,
    isAllowed: Bool = true
  ) -> Response {
    var response = response
    response.headers[.vary] = "Origin"
    guard isAllowed, let origin = request.headers[.origin] else { return response }
    response.headers[.accessControlAllowOrigin] = origin
    response.headers[.accessControlExposeHeaders] = "Retry-After"
    return response
  }

  /// The answer to a browser that asks what it may send; who asks is seen when it is sent.
  static func preflight(allowing methods: [HTTPRequest.Method]) -> Response {
    Response(
      status: .noContent,
      headers: [
        .accessControlAllowMethods: methods.map(\.rawValue).sorted().joined(separator: ", "),
        .accessControlAllowHeaders:
          "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, Accept-Language",
        .accessControlMaxAge: "86400",
      ]
    )
  }
}
