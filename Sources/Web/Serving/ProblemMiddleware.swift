import HTTPTypes
import Hummingbird
import Logging

/// Turns every error into an answer for the client; what is a fault of the program goes to the
/// log, and the client gets a reference to it.
struct ProblemMiddleware: RouterMiddleware {
  typealias Context = WebContext

  @concurrent func handle(
    _ request: Request,
    context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem = Problem(error) ?? fault(error, context: context)
      return ProblemResponse(problem, language: context.language).response()
    }
  }

  private func fault(_ error: any Error, context: WebContext) -> Problem {
    context.logger.error("a request failed", metadata: ["error": "\(error)"])
    return Problem(status: 500, code: "internal", reference: context.id)
  }
}
