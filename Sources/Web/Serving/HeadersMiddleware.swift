import HTTPTypes
import Hummingbird

/// Adds to every answer the headers that keep browsers from harm.
struct HeadersMiddleware: RouterMiddleware {
  typealias Context = WebContext

  @concurrent func handle(
    _ request: Request,
    context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.requestID] = context.id
    response.headers[.xContentTypeOptions] = "nosniff"
    if response.headers[.referrerPolicy] == nil {
      response.headers[.referrerPolicy] = "same-origin"
    }
    if response.headers[.frameOptions] == nil { response.headers[.frameOptions] = "DENY" }
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        + "frame-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    }
    if context.origin.isEncrypted {
      response.headers[.strictTransportSecurity] = "max-age=31536000"
    }
    return response
  }
}
