import Hummingbird
import Logging

/// Notes each request in the metrics and the log: what was asked for and how it went, never who
/// asked or what was said.
struct WatchMiddleware: RouterMiddleware {
  let metrics: HTTPMetrics

  typealias Context = WebContext

  @concurrent func handle(
    _ request: Request,
    context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    metrics.begin()
    defer { metrics.end() }
    let response = try await next(request, context)
    let duration = start.duration(to: .now)
    // The route's pattern, not the path: a path holds identifiers, and there is no end of them.
    let path = context.endpointPath ?? "(none)"
    metrics.note(
      .init(method: request.method.rawValue, path: path, status: response.status.code),
      took: duration
    )
    context.logger.debug(
      "request",
      metadata: [
        "method": "\(request.method.rawValue)", "route": "\(path)",
        "status": "\(response.status.code)", "microseconds": "\(duration / .microseconds(1))",
      ]
    )
    return response
  }
}
